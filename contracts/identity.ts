import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { identityEvents } from './identity/events.ts'
import { externalOperations } from './identity/external.ts'
import { internalOperations } from './identity/internal.ts'
import { passkeyOperations } from './identity/passkeys.ts'
import { profileOperations } from './identity/profile.ts'
import { recoveryOperations } from './identity/recovery.ts'
import { sessionOperations } from './identity/sessions.ts'
import { signInOperations } from './identity/sign-in.ts'
import { signUpOperations } from './identity/sign-up.ts'
import { totpOperations } from './identity/totp.ts'
import { userOperations } from './identity/users.ts'

export { NewPassword, Role } from './identity/schemas.ts'

/** Accounts, credentials and sessions, area by area. */
export const identity = defineContract({
  name: 'identity',
  operations: {
    ...signUpOperations,
    ...signInOperations,
    ...sessionOperations,
    ...recoveryOperations,
    ...profileOperations,
    ...totpOperations,
    ...passkeyOperations,
    ...externalOperations,
    ...userOperations,
    ...internalOperations,
  },
  events: identityEvents,
})

export type Identity = typeof identity
