import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import { deleteCustomer, dropOldSignUps } from '../store/person.ts'

/** Removes a customer's account. From then on nobody is signed in with it, in no process, and nobody can sign in. */
export const erasePersonalData =
  (deps: IdentityDeps): Handler<Identity, 'erasePersonalData'> =>
  async ({ account_id, email, before }, context) => {
    await deps.clients.media.discardAvatars(context, { account_id, keep: null })
    await deps.db.tx(async (tx) => {
      await dropOldSignUps(tx, email, before)
      if (!(await deleteCustomer(tx, account_id, deps.holderOf(email)))) return
      await announceSessionsChanged(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'user_deleted',
        subject_type: 'account',
        subject_id: account_id,
        after: { reason: 'erased' },
      })
    })
    return null
  }
