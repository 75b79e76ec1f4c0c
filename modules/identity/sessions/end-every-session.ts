import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { endAllSessions, type EndReason } from '../store/sessions.ts'
import { announceSessionsChanged } from './announce.ts'

/**
 * Ends every session of an account, tells all processes, and raises the event. Answers how many there were. The audit
 * entry is the caller's: it knows why.
 */
export async function endEverySession(
  deps: IdentityDeps,
  tx: Tx,
  accountId: string,
  reason: EndReason,
  now: Date,
): Promise<number> {
  const sessions = await endAllSessions(tx, accountId, reason, now)
  // Also where none was open: apps that act for the account have a life of their own, and end with this event.
  await announceSessionsChanged(deps, tx)
  await deps.outbox.add(tx, 'identity.sessions-ended.v1', { account_id: accountId }, { key: accountId })
  return sessions
}
