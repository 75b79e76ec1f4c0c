import { type Challenge, solveChallenge as solve } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { ClientError } from './client-error.ts'
import { recaptchaToken } from './recaptcha-token.ts'

const GIVE_UP_MS = 60_000

type Task = ({ kind: 'proof_of_work' } & Challenge) | { kind: 'recaptcha'; site_key: string; action: string }

/** A solved challenge, to be sent along as `challenge_response`. */
export type SolvedChallenge = { readonly kind: Task['kind']; readonly response: string }

/**
 * Asks for a challenge and solves it, in about half a second. Browsers do the sums only on pages served over HTTPS or
 * from localhost. Loaded when a challenge was asked for, never before.
 * @throws ClientError
 */
export async function solveChallenge(): Promise<SolvedChallenge> {
  const answer = await fetch('/api/v1/auth/challenge', { headers: { accept: 'application/json' } })
  if (!answer.ok) throw unsolved()
  const task = (await answer.json()) as Task
  if (task.kind === 'recaptcha') {
    return { kind: task.kind, response: await recaptchaToken(task.site_key, task.action) }
  }
  const challenge = { parameters: task.parameters, signature: task.signature } as Challenge
  const solution = await solve({ challenge, deriveKey, timeout: GIVE_UP_MS })
  if (solution === null) throw unsolved()
  return { kind: task.kind, response: btoa(JSON.stringify({ challenge, solution })) }
}

function unsolved(): ClientError {
  return new ClientError({
    code: 'IDENTITY_CHALLENGE_REQUIRED',
    status: 403,
    message: 'The challenge could not be solved.',
  })
}
