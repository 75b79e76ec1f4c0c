import type { IdentityDeps } from '../deps.ts'
import { getChallenge } from '../challenge/get-challenge.ts'
import { getStepUp } from '../step-up/get-step-up.ts'
import { stepUp } from '../step-up/step-up.ts'
import { disownSignIn } from '../unlock/disown-sign-in.ts'
import { unlockPassword } from '../unlock/unlock-password.ts'
import { login } from './login.ts'
import { startSession } from './start-session.ts'

/** Signing in, and proving it again. */
export const signInOperations = (deps: IdentityDeps) => ({
  login: login(deps, 'shop'),
  loginStaff: login(deps, 'staff'),
  startSession: startSession(deps, 'shop'),
  startStaffSession: startSession(deps, 'staff'),
  getChallenge: getChallenge(deps),
  unlockPassword: unlockPassword(deps),
  disownSignIn: disownSignIn(deps),
  getStepUp: getStepUp(deps),
  stepUp: stepUp(deps),
})
