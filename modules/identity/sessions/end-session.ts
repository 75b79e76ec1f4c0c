import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { endSession as endSessionRow } from '../store/sessions.ts'
import { announceSessionsChanged } from './announce.ts'

/** Ends one session of the account. Another's, or one that is over, is not there. */
export const endSession =
  (deps: IdentityDeps): Handler<Identity, 'endSession'> =>
  async ({ session_id }, context) => {
    const { id } = signedIn(context)
    await deps.db.tx(async (tx) => {
      const ended = await endSessionRow(tx, id, session_id, 'revoked', context.now())
      if (!ended) throw context.fail('NOT_FOUND')
      await announceSessionsChanged(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'session_expired',
        subject_type: 'account',
        subject_id: id,
        after: { session_id, reason: 'revoked' },
      })
    })
    return null
  }
