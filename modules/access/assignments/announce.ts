import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { AccessDeps } from '../deps.ts'

/** The channel on which processes tell each other that roles, or who has them, are not what they were. */
export const ROLES_CHANNEL = 'access_roles'

/**
 * Makes every process forget what it knows of roles once this transaction is committed: this one at once, the others as
 * soon as they hear it, and within a second where they do not.
 */
export async function announceRolesChanged(deps: AccessDeps, tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_notify(${ROLES_CHANNEL}, '')`)
  tx.afterCommit(deps.standings.clear)
}
