import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { IdentityDeps } from '../deps.ts'

/** The channel on which processes tell each other that sessions, or the accounts behind them, are not what they were. */
export const SESSIONS_CHANNEL = 'identity_sessions'

/**
 * Makes every process forget what it knows of sessions once this transaction is committed: this one at once, the
 * others as soon as they hear it, and within a second where they do not.
 */
export async function announceSessionsChanged(deps: IdentityDeps, tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_notify(${SESSIONS_CHANNEL}, '')`)
  tx.afterCommit(deps.sessions.clear)
}
