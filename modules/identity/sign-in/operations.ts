import type { IdentityDeps } from '../deps.ts'
import { getStepUp } from '../step-up/get-step-up.ts'
import { stepUp } from '../step-up/step-up.ts'
import { login } from './login.ts'
import { startSession } from './start-session.ts'

/** Signing in, and proving it again. */
export const signInOperations = (deps: IdentityDeps) => ({
  login: login(deps, 'shop'),
  loginStaff: login(deps, 'staff'),
  startSession: startSession(deps, 'shop'),
  startStaffSession: startSession(deps, 'staff'),
  getStepUp: getStepUp(deps),
  stepUp: stepUp(deps),
})
