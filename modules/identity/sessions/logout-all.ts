import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { endEverySession } from './end-every-session.ts'

/** Ends every session of the account, this one included. */
export const logoutAll =
  (deps: IdentityDeps): Handler<Identity, 'logoutAll'> =>
  async (_input, context) => {
    const { id } = signedIn(context)
    await deps.db.tx(async (tx) => {
      const sessions = await endEverySession(deps, tx, id, 'logout_all', context.now())
      if (sessions === 0) return
      await deps.audit.record(tx, context, {
        action: 'session_expired',
        subject_type: 'account',
        subject_id: id,
        after: { sessions, reason: 'logout_all' },
      })
    })
    return null
  }
