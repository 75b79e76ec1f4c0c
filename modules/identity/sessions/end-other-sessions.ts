import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { endOtherSessions as endOtherSessionRows } from '../store/sessions.ts'
import { announceSessionsChanged } from './announce.ts'

/** Ends every session of the account but the one that makes the call. */
export const endOtherSessions =
  (deps: IdentityDeps): Handler<Identity, 'endOtherSessions'> =>
  async (_input, context) => {
    const { id, session_id } = signedIn(context)
    const ended = await deps.db.tx(async (tx) => {
      const sessions = await endOtherSessionRows(tx, id, session_id, 'revoked', context.now())
      if (sessions === 0) return 0
      await announceSessionsChanged(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'session_expired',
        subject_type: 'account',
        subject_id: id,
        after: { sessions, kept: session_id, reason: 'revoked' },
      })
      return sessions
    })
    return { ended }
  }
