import { data } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'

/** What the page shows when a form needs a fresh proof first: the ways to give one, and the form to be sent again. */
export type StepUpNeeded = {
  readonly about: 'step_up'
  readonly methods: readonly ('password' | 'totp' | 'backup_code' | 'passkey')[]
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly problem: 'wrong' | 'tooMany' | null
}

export const PROOF_PASSWORD = 'proof_password'
export const PROOF_CODE = 'proof_code'

/**
 * Does what a form asks for. Where that needs a fresh proof of who is there, the page is answered with what asks for
 * one; the form comes back with it, is proven, and done. Needs no script.
 */
export async function withStepUp<T>(form: FormData, client: PublicClient, act: () => Promise<T>) {
  const proof = proofIn(form)
  if (proof !== null) {
    try {
      await client.identity.stepUp(proof)
    } catch (error) {
      const { status } = toClientError(error)
      if (status >= 500) throw error
      return stepUpNeeded(form, client, status === 429 ? 'tooMany' : 'wrong')
    }
  }
  try {
    return await act()
  } catch (error) {
    if (toClientError(error).code !== 'STEP_UP_REQUIRED') throw error
    return stepUpNeeded(form, client, null)
  }
}

async function stepUpNeeded(form: FormData, client: PublicClient, problem: StepUpNeeded['problem']) {
  const { methods } = await client.identity.getStepUp({})
  const fields = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && ![PROOF_PASSWORD, PROOF_CODE, '_csrf'].includes(name)
      ? [[name, value] as const]
      : [],
  )
  return data<StepUpNeeded>({ about: 'step_up', methods, fields, problem }, { status: 401 })
}

function proofIn(form: FormData) {
  const password = form.get(PROOF_PASSWORD)
  if (typeof password === 'string' && password !== '') return { password }
  const code = form.get(PROOF_CODE)
  return typeof code === 'string' && code.trim() !== '' ? codeOf(code) : null
}

/** The fields of an API call for a typed code: six digits are an app's, anything else is a backup code. */
export function codeOf(typed: string): { code: string } | { backup_code: string } {
  const bare = typed.replaceAll(/\s/g, '')
  return /^\d{6}$/.test(bare) ? { code: bare } : { backup_code: bare.slice(0, 20) }
}
