import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { changeUser } from './change-user.ts'
import { endSessionsOf } from './end-sessions-of.ts'

/** Ends all sessions of an account. */
export const endUserSessions =
  (deps: IdentityDeps): Handler<Identity, 'endUserSessions'> =>
  async ({ user_id }, context) =>
    changeUser(deps, context, user_id, async (tx, user) => {
      const sessions = await endSessionsOf(deps, tx, user.id, 'ended_by_staff', context.now())
      if (sessions === 0) return
      await deps.audit.record(tx, context, {
        action: 'session_expired',
        subject_type: 'account',
        subject_id: user.id,
        after: { sessions, reason: 'ended_by_staff' },
      })
    })
