import { useEffect, useEffectEvent, useState } from 'react'
import { useRevalidator } from 'react-router'
import { makePasskey } from '@rampart/client/passkeys.ts'
import { type PasskeyProblem, passkeyProblem, shopPasskeys } from './passkeys.ts'
import type { PasskeysAnswer } from './passkeys-actions.ts'

type Outcome = {
  readonly challenge: string
  /** What the new passkey is called. */
  readonly added: string | null
  readonly problem: PasskeyProblem | null
}

/** Makes a passkey as soon as the server has answered with the options for one, and each of them once. */
export function useNewPasskey(options: PasskeysAnswer['options']) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { revalidate } = useRevalidator()
  const refresh = useEffectEvent(() => void revalidate())
  useEffect(() => {
    if (!options) return
    const { challenge } = options
    makePasskey(shopPasskeys, options).then(
      ({ name }) => {
        setOutcome({ challenge, added: name, problem: null })
        refresh()
      },
      (error: unknown) => setOutcome({ challenge, added: null, problem: passkeyProblem(error) }),
    )
  }, [options])
  // Loading the list anew takes the options away, and what came of them is still to be told.
  const present = options === undefined || outcome?.challenge === options.challenge ? outcome : null
  return {
    asking: options !== undefined && present === null,
    added: present?.added ?? null,
    problem: present?.problem ?? null,
  }
}
