import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { accountView, isEnrolled } from './account-view.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { renameAccount } from '../store/accounts.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'

/** Changes the name on the account of whoever is signed in. */
export const updateMe =
  (deps: IdentityDeps): Handler<Identity, 'updateMe'> =>
  async (input, context) => {
    const { id } = signedIn(context)
    const account = await deps.db.tx(async (tx) => {
      const renamed = await renameAccount(tx, id, input.full_name, context.now())
      if (renamed === null) throw context.fail('UNAUTHENTICATED')
      await announceSessionsChanged(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'user_updated',
        subject_type: 'account',
        subject_id: id,
        before: { full_name: renamed.old_name },
        after: { full_name: renamed.full_name },
      })
      return renamed
    })
    return accountView(account, { enrolled: isEnrolled(context.principal) })
  }
