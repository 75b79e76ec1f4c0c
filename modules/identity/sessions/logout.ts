import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { endSession } from '../store/sessions.ts'
import { announceSessionsChanged } from './announce.ts'

/** Ends the session that makes the call, with its tokens. */
export const logout =
  (deps: IdentityDeps): Handler<Identity, 'logout'> =>
  async (_input, context) => {
    const { id, session_id } = signedIn(context)
    await deps.db.tx(async (tx) => {
      if (!(await endSession(tx, id, session_id, 'logout', context.now()))) return
      await announceSessionsChanged(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'session_expired',
        subject_type: 'account',
        subject_id: id,
        after: { session_id, reason: 'logout' },
      })
    })
    return null
  }
