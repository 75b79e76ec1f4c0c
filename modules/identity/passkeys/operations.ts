import type { IdentityDeps } from '../deps.ts'
import { completePasskeyAuthentication } from './complete-authentication.ts'
import { completePasskeyRegistration } from './complete-registration.ts'
import { listPasskeys } from './list-passkeys.ts'
import { renamePasskey } from './rename-passkey.ts'
import { revokePasskey } from './revoke-passkey.ts'
import { startPasskeyAuthentication } from './start-authentication.ts'
import { startPasskeyRegistration } from './start-registration.ts'

/** Making, proving and looking after passkeys. */
export const passkeyOperations = (deps: IdentityDeps) => ({
  startPasskeyRegistration: startPasskeyRegistration(deps),
  completePasskeyRegistration: completePasskeyRegistration(deps),
  startPasskeyAuthentication: startPasskeyAuthentication(deps),
  completePasskeyAuthentication: completePasskeyAuthentication(deps),
  listPasskeys: listPasskeys(deps),
  renamePasskey: renamePasskey(deps),
  revokePasskey: revokePasskey(deps),
})
