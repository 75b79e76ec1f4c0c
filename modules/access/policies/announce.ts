import { POLICIES_CHANNEL } from '@rampart/contracts/access/policies.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Tells every process, once this transaction is committed, that policies are not what they were. */
export async function announcePoliciesChanged(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_notify(${POLICIES_CHANNEL}, '')`)
}
