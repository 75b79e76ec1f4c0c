import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from './deps.ts'
import type { Audience } from './domain/roles.ts'
import { signIn } from './sign-in.ts'
import { tokenPair } from './token-pair.ts'

/** Signs a program in, for a customer (`shop`) or for staff. */
export const login =
  (deps: IdentityDeps, audience: Audience): Handler<Identity, 'login' | 'loginStaff'> =>
  async (input, context) => {
    const { account, session } = await signIn(deps, input, { scheme: 'program', audience }, context)
    const claims = { account_id: account.id, session_id: session.id, audience }
    return tokenPair(deps, claims, session.secret, context.now())
  }
