import { toClientError } from '@rampart/client/client-error.ts'

/** What a form brings along of a solved challenge, for the input of a call. */
export function challengeOf(form: FormData): { challenge_response?: string } {
  const response = form.get('challenge_response')
  return typeof response === 'string' && response !== '' ? { challenge_response: response } : {}
}

/** Whether a call was refused because a challenge has to be solved first. */
export function asksChallenge(error: unknown): boolean {
  return toClientError(error).code === 'IDENTITY_CHALLENGE_REQUIRED'
}
