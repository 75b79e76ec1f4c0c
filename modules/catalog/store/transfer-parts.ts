import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Keeps a part of a transfer's file. */
export async function insertPart(tx: Tx, id: string, part: number, bytes: Uint8Array): Promise<void> {
  await tx.run(sql`
    INSERT INTO catalog.transfer_parts (transfer_id, part, bytes) VALUES (${id}, ${part}, ${Buffer.from(bytes)})`)
}

/** A part of a transfer's file; null when there is none. */
export async function findPart(q: Queryable, id: string, part: number): Promise<Buffer | null> {
  const row = await q.maybe<{ bytes: Buffer }>(
    sql`SELECT bytes FROM catalog.transfer_parts WHERE transfer_id = ${id} AND part = ${part}`,
  )
  return row?.bytes ?? null
}
