import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { audienceOf } from '../domain/roles.ts'
import { disablePassword } from '../store/users.ts'
import { changeUser } from './change-user.ts'
import { endSessionsOf } from './end-sessions-of.ts'

/** Makes somebody else set a new password: sessions end, the old one counts no more, a code is mailed. */
export const forcePasswordReset =
  (deps: IdentityDeps): Handler<Identity, 'forcePasswordReset'> =>
  async ({ user_id }, context) =>
    changeUser(deps, context, user_id, async (tx, user, actor) => {
      if (user.id === actor.id) throw context.fail('IDENTITY_NOT_ONESELF')
      const now = context.now()
      await disablePassword(tx, user.id, now)
      const sessions = await endSessionsOf(deps, tx, user.id, 'password_reset', now)
      const payload = { account_id: user.id, audience: audienceOf(user.role) }
      await deps.outbox.add(tx, 'identity.password-reset-requested.v1', payload, { key: user.id })
      await deps.audit.record(tx, context, {
        action: 'authn_password_reset_forced',
        subject_type: 'account',
        subject_id: user.id,
        after: { password_disabled: true, sessions_ended: sessions },
      })
    })
