import { useEffect, useEffectEvent, useState } from 'react'
import { useRevalidator } from 'react-router'
import { makePasskey } from '@rampart/client/passkeys.ts'
import { type PasskeyProblem, passkeyProblem, shopPasskeys } from './passkeys.ts'
import type { PasskeysAnswer } from './passkeys-actions.ts'

type State = {
  readonly asking: boolean
  readonly added: string | null
  readonly problem: PasskeyProblem | null
}

/** Makes a passkey as soon as the server has answered with the options for one, and each of them once. */
export function useNewPasskey(options: PasskeysAnswer['options']): State {
  const [state, setState] = useState<State>({ asking: false, added: null, problem: null })
  const { revalidate } = useRevalidator()
  const make = useEffectEvent(async (wanted: NonNullable<PasskeysAnswer['options']>) => {
    setState({ asking: true, added: null, problem: null })
    try {
      const { name } = await makePasskey(shopPasskeys, wanted)
      setState({ asking: false, added: name, problem: null })
      await revalidate()
    } catch (error) {
      setState({ asking: false, added: null, problem: passkeyProblem(error) })
    }
  })
  useEffect(() => {
    if (options) void make(options)
  }, [options])
  return state
}
