import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Grows with every change of what is priced by. */
export async function findRevision(db: Queryable): Promise<number> {
  const { revision } = await db.one<{ revision: number }>(sql`SELECT revision FROM pricing.revision`)
  return revision
}

/** Says that something has changed. */
export async function raiseRevision(tx: Tx): Promise<void> {
  await tx.run(sql`UPDATE pricing.revision SET revision = revision + 1`)
}
