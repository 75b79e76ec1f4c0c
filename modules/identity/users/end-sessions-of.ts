import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { endEverySession } from '../sessions/end-every-session.ts'
import { voidPendingSignIns } from '../store/pending-sign-ins.ts'
import type { EndReason } from '../store/sessions.ts'

/** Ends every session of an account, and every sign-in that waits, in every process. Answers how many sessions. */
export async function endSessionsOf(
  deps: IdentityDeps,
  tx: Tx,
  accountId: string,
  reason: EndReason,
  now: Date,
): Promise<number> {
  await voidPendingSignIns(tx, accountId)
  return endEverySession(deps, tx, accountId, reason, now)
}
