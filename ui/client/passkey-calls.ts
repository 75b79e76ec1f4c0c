import { toClientError } from './client-error.ts'
import type { PublicClient } from './public-client.ts'
import { readAnswer } from './read-answer.ts'

/** The operations that passkeys need in the browser. */
export type PasskeyCalls = Pick<
  PublicClient['identity'],
  | 'startPasskeyRegistration'
  | 'completePasskeyRegistration'
  | 'startPasskeyAuthentication'
  | 'completePasskeyAuthentication'
>

/** Where they are, below the API's prefix. */
export const passkeyPaths: { readonly [K in keyof PasskeyCalls]: `/${string}` } = {
  startPasskeyRegistration: '/auth/webauthn/register/start',
  completePasskeyRegistration: '/auth/webauthn/register/complete',
  startPasskeyAuthentication: '/auth/webauthn/authenticate/start',
  completePasskeyAuthentication: '/auth/webauthn/authenticate/complete',
}

/**
 * Those operations without the contracts, for pages that have no other use for them in the browser: same origin, session
 * cookie, JSON. They fail with ClientError.
 */
export function passkeyCalls(prefix: string, audience: 'shop' | 'staff'): PasskeyCalls {
  const post =
    (path: string) =>
    async (input: unknown): Promise<never> => {
      try {
        const response = await fetch(prefix + path, {
          method: 'POST',
          credentials: 'same-origin',
          headers: { accept: 'application/json', 'content-type': 'application/json', 'x-audience': audience },
          body: JSON.stringify(input),
        })
        return (await readAnswer(response)) as never
      } catch (error) {
        throw toClientError(error)
      }
    }
  return {
    startPasskeyRegistration: post(passkeyPaths.startPasskeyRegistration),
    completePasskeyRegistration: post(passkeyPaths.completePasskeyRegistration),
    startPasskeyAuthentication: post(passkeyPaths.startPasskeyAuthentication),
    completePasskeyAuthentication: post(passkeyPaths.completePasskeyAuthentication),
  }
}
