import { toClientError } from './client-error.ts'

type Run<T> = (challenge: { challenge_response?: string }) => Promise<T>

/**
 * Makes a call that may ask for a challenge: solves it then, and makes the call again, once. `onCheck` is told when
 * solving begins and ends. Where reCAPTCHA went out of reach in between, the proof of work in its place is tried too.
 */
export async function withChallenge<T>(run: Run<T>, onCheck: (checking: boolean) => void): Promise<T> {
  try {
    return await run({})
  } catch (error) {
    if (!isAsked(error)) throw error
  }
  onCheck(true)
  try {
    const { solveChallenge } = await import('./solve-challenge.ts')
    const first = await solveChallenge()
    try {
      return await run({ challenge_response: first.response })
    } catch (error) {
      if (!isAsked(error) || first.kind !== 'recaptcha') throw error
      const second = await solveChallenge()
      if (second.kind === 'recaptcha') throw error
      return await run({ challenge_response: second.response })
    }
  } finally {
    onCheck(false)
  }
}

function isAsked(error: unknown): boolean {
  return toClientError(error).code === 'IDENTITY_CHALLENGE_REQUIRED'
}
