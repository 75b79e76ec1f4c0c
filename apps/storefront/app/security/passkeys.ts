import { toClientError } from '@rampart/client/client-error.ts'
import { passkeyCalls } from '@rampart/client/passkey-calls.ts'
import { passkeyTrouble } from '@rampart/client/passkeys.ts'

/** The API as the shopper's browser calls it itself: only there can a passkey be asked for. */
export const shopPasskeys = passkeyCalls('/api/v1', 'shop')

export type PasskeyProblem =
  'known' | 'unsuited' | 'refused' | 'notAdded' | 'tooMany' | 'failed' | 'passwordTooShort'

/** What to say about a passkey that came to nothing; null where whoever sits there stopped it. */
export function passkeyProblem(error: unknown): PasskeyProblem | null {
  const trouble = passkeyTrouble(error)
  if (trouble === 'quiet') return null
  if (trouble !== 'api') return trouble
  switch (toClientError(error).code) {
    case 'IDENTITY_PASSKEY_REFUSED':
    case 'IDENTITY_SIGN_IN_EXPIRED':
      return 'refused'
    case 'IDENTITY_PASSKEY_NOT_ADDED':
      return 'notAdded'
    case 'IDENTITY_TOO_MANY_PASSKEYS':
      return 'tooMany'
    default:
      return 'failed'
  }
}
