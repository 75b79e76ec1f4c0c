import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import type { Audience } from '../domain/roles.ts'
import { browserAnswer, mfaAnswer } from './sign-in-answer.ts'
import { signIn } from './sign-in.ts'

/** Signs a browser in, as a customer (`shop`) or as staff. */
export const startSession =
  (deps: IdentityDeps, audience: Audience): Handler<Identity, 'startSession' | 'startStaffSession'> =>
  async (input, context) => {
    const result = await signIn(deps, input, { scheme: 'browser', audience }, context)
    return result.kind === 'mfa' ? mfaAnswer(result) : browserAnswer(result, audience)
  }
