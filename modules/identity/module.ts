import { createHmac } from 'node:crypto'
import { heardCache } from '@rampart/platform/cache/heard-cache.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { identity, type Identity } from '@rampart/contracts/identity.ts'
import { challengesOf } from './challenge/challenges-of.ts'
import { media, type Media } from '@rampart/contracts/media.ts'
import { cleanUp } from './clean-up.ts'
import type { IdentityDeps } from './deps.ts'
import { findSellers } from './find-sellers.ts'
import { findShopper } from './find-shopper.ts'
import { findStaff } from './find-staff.ts'
import { getContacts } from './get-contacts.ts'
import { externalOperations } from './external/operations.ts'
import { providersOf } from './external/providers.ts'
import { healthOperations } from './health/operations.ts'
import { passwordHasher } from './password-hasher.ts'
import { throttle } from './throttle.ts'
import { issueMailToken } from './mail/issue-mail-token.ts'
import { passkeyOperations } from './passkeys/operations.ts'
import { privacyOperations } from './privacy/operations.ts'
import { profileOperations } from './profile/operations.ts'
import { accessTokens } from './sessions/access-tokens.ts'
import { SESSIONS_CHANNEL } from './sessions/announce.ts'
import { KEYS_CHANNEL, rotateOldKeys } from './sessions/rotate-keys.ts'
import { recoveryOperations } from './recovery/operations.ts'
import { sessionOperations } from './sessions/operations.ts'
import { signingKeys } from './sessions/signing-keys.ts'
import { signInOperations } from './sign-in/operations.ts'
import { signUpOperations } from './sign-up/operations.ts'
import { totpOperations } from './totp/operations.ts'
import { userOperations } from './users/operations.ts'
import { findSigningKeys } from './store/signing-keys.ts'

/** Accounts, credentials and sessions. */
export const identityModule = defineModule({
  contract: identity,
  calls: { media },
  migrations: new URL('./migrations/', import.meta.url),
  create: (given) => {
    const deps = withOwnParts(given)
    return {
      operations: {
        ...signUpOperations(deps),
        ...signInOperations(deps),
        ...sessionOperations(deps),
        ...recoveryOperations(deps),
        ...profileOperations(deps),
        ...totpOperations(deps),
        ...passkeyOperations(deps),
        ...externalOperations(deps),
        ...privacyOperations(deps),
        ...userOperations(deps),
        ...healthOperations(deps),
        getContacts: getContacts(deps),
        findSellers: findSellers(deps),
        findShopper: findShopper(deps),
        findStaff: findStaff(deps),
        issueMailToken: issueMailToken(deps),
      },
      schedules: [
        { name: 'clean-up', everySeconds: 3_600, run: cleanUp(deps) },
        { name: 'rotate-keys', everySeconds: 3_600, run: rotateOldKeys(deps) },
      ],
    }
  },
})

function withOwnParts(given: Deps<Identity, { media: Media }>): IdentityDeps {
  const { keys, settings } = given
  const holderKey = keys.derive('identity:username-holder')
  const keysOfTokens = signingKeys(
    keys,
    (now) => findSigningKeys(given.db, now),
    (changed) => given.db.listen(KEYS_CHANNEL, changed, changed),
  )
  return {
    ...given,
    hasher: passwordHasher(keys.derive('identity:pepper')),
    signingKeys: keysOfTokens,
    accessTokens: accessTokens(keysOfTokens, settings.public_url),
    sessions: heardCache((changed) => given.db.listen(SESSIONS_CHANNEL, changed, changed)),
    throttle: throttle(keys.derive('identity:throttle')),
    challenges: challengesOf(given),
    providers: providersOf(settings),
    holderOf: (email) => createHmac('sha256', holderKey).update(email).digest(),
  }
}
