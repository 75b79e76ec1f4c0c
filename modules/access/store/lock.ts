import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Holds all that roles and their holders are, until the transaction ends: what was checked stays as it was. */
export async function holdRoles(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('access.roles', 0))`)
}
