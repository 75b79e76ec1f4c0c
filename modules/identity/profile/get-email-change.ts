import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { findOpenEmailChange } from '../store/email-changes.ts'

/** The change of address that waits for its confirmations. */
export const getEmailChange =
  (deps: IdentityDeps): Handler<Identity, 'getEmailChange'> =>
  async (_input, context) => {
    const open = await findOpenEmailChange(deps.db, signedIn(context).id, context.now())
    if (open === null) return { change: null }
    return {
      change: {
        new_email: open.new_email,
        confirmed_by_new: open.new_confirmed_at !== null,
        confirmed_by_old: open.old_confirmed_at !== null,
        expires_at: open.expires_at,
      },
    }
  }
