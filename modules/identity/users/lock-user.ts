import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { countOtherOwners, lockAccount } from '../store/users.ts'
import { changeUser } from './change-user.ts'
import { endSessionsOf } from './end-sessions-of.ts'

/** Locks somebody else's account and ends its sessions. Locking it again changes nothing. */
export const lockUser =
  (deps: IdentityDeps): Handler<Identity, 'lockUser'> =>
  async ({ user_id, reason }, context) =>
    changeUser(deps, context, user_id, async (tx, user, actor) => {
      if (user.id === actor.id) throw context.fail('IDENTITY_NOT_ONESELF')
      if (user.role === 'super_admin' && (await countOtherOwners(tx, user.id)) === 0) {
        throw context.fail('IDENTITY_LAST_OWNER')
      }
      const now = context.now()
      if (!(await lockAccount(tx, user.id, { by: actor.id, reason }, now))) return
      const sessions = await endSessionsOf(deps, tx, user.id, 'locked', now)
      const payload = { account_id: user.id, reason: 'staff' as const }
      await deps.outbox.add(tx, 'identity.account-locked.v1', payload, { key: user.id })
      await deps.audit.record(tx, context, {
        action: 'authn_login_lock',
        subject_type: 'account',
        subject_id: user.id,
        before: { locked: false },
        after: { locked: true, reason, sessions_ended: sessions },
      })
    })
