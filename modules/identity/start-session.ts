import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { accountView } from './account-view.ts'
import type { IdentityDeps } from './deps.ts'
import type { Audience } from './domain/roles.ts'
import { signIn } from './sign-in.ts'

/** Signs a browser in, as a customer (`shop`) or as staff. `expires_at` is when it ends at the latest. */
export const startSession =
  (deps: IdentityDeps, audience: Audience): Handler<Identity, 'startSession' | 'startStaffSession'> =>
  async (input, context) => {
    const { account, session } = await signIn(deps, input, { scheme: 'browser', audience }, context)
    return {
      session_token: session.secret,
      account: accountView(account),
      expires_at: session.expires_at.toISOString(),
    }
  }
