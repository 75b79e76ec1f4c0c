import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import type { Audience } from '../domain/roles.ts'
import { mfaAnswer, programAnswer } from './sign-in-answer.ts'
import { signIn } from './sign-in.ts'

/** Signs a program in, for a customer (`shop`) or for staff. */
export const login =
  (deps: IdentityDeps, audience: Audience): Handler<Identity, 'login' | 'loginStaff'> =>
  async (input, context) => {
    const result = await signIn(deps, input, { scheme: 'program', audience }, context)
    return result.kind === 'mfa' ? mfaAnswer(result) : programAnswer(deps, result, audience, context.now())
  }
