import { createHmac } from 'node:crypto'
import type { Deps } from '@rampart/platform/module/define-module.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { identity, type Identity } from '@rampart/contracts/identity.ts'
import { accessTokens } from './access-tokens.ts'
import { authenticate } from './authenticate.ts'
import { cleanUp } from './clean-up.ts'
import { createAccount } from './create-account.ts'
import type { IdentityDeps } from './deps.ts'
import { getContacts } from './get-contacts.ts'
import { getJwks } from './get-jwks.ts'
import { getMe } from './get-me.ts'
import { getSetup } from './get-setup.ts'
import { issueSetupToken } from './issue-setup-token.ts'
import { issueVerificationToken } from './issue-verification-token.ts'
import { login } from './login.ts'
import { logoutAll } from './logout-all.ts'
import { logout } from './logout.ts'
import { passwordHasher } from './password-hasher.ts'
import { refresh } from './refresh.ts'
import { register } from './register.ts'
import { resendVerification } from './resend-verification.ts'
import { sessionCache } from './session-cache.ts'
import { setUpOwner } from './set-up-owner.ts'
import { startSession } from './start-session.ts'
import { throttle } from './throttle.ts'
import { updateMe } from './update-me.ts'
import { verifyEmail } from './verify-email.ts'

/** Accounts, credentials and sessions. */
export const identityModule = defineModule({
  contract: identity,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (given) => {
    const deps = withOwnParts(given)
    return {
      operations: {
        register: register(deps),
        verifyEmail: verifyEmail(deps),
        resendVerification: resendVerification(deps),
        login: login(deps, 'shop'),
        loginStaff: login(deps, 'staff'),
        refresh: refresh(deps),
        startSession: startSession(deps, 'shop'),
        startStaffSession: startSession(deps, 'staff'),
        logout: logout(deps),
        logoutAll: logoutAll(deps),
        getMe: getMe(deps),
        updateMe: updateMe(deps),
        getSetup: getSetup(deps),
        setUpOwner: setUpOwner(deps),
        issueSetupToken: issueSetupToken(deps),
        createAccount: createAccount(deps),
        authenticate: authenticate(deps),
        getContacts: getContacts(deps),
        issueVerificationToken: issueVerificationToken(deps),
        getJwks: getJwks(deps),
      },
      schedules: [{ name: 'clean-up', everySeconds: 3_600, run: cleanUp(deps) }],
    }
  },
})

function withOwnParts(given: Deps<Identity>): IdentityDeps {
  const { keys, settings } = given
  const holderKey = keys.derive('identity:username-holder')
  return {
    ...given,
    hasher: passwordHasher(keys.derive('identity:pepper')),
    accessTokens: accessTokens(keys.signingKey('identity:access-token'), settings.public_url),
    sessions: sessionCache(),
    throttle: throttle(keys.derive('identity:throttle')),
    holderOf: (email) => createHmac('sha256', holderKey).update(email).digest(),
  }
}
