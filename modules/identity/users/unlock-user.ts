import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { unlockAccount } from '../store/users.ts'
import { changeUser } from './change-user.ts'

/** Unlocks somebody else's account, and lets its password count again. */
export const unlockUser =
  (deps: IdentityDeps): Handler<Identity, 'unlockUser'> =>
  async ({ user_id }, context) =>
    changeUser(deps, context, user_id, async (tx, user, actor) => {
      if (user.id === actor.id) throw context.fail('IDENTITY_NOT_ONESELF')
      if (!(await unlockAccount(tx, user.id, context.now()))) return
      await deps.outbox.add(tx, 'identity.account-unlocked.v1', { account_id: user.id }, { key: user.id })
      await deps.audit.record(tx, context, {
        action: 'authn_login_unlock',
        subject_type: 'account',
        subject_id: user.id,
        before: { locked: user.locked_at !== null },
        after: { locked: false },
      })
    })
