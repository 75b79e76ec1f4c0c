import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { isOwned } from './owned.ts'

export type MovementRow = {
  readonly seq: number
  readonly id: string
  readonly delta: number
  readonly reason: 'received' | 'adjusted' | 'counted' | 'sold' | 'restocked' | 'imported'
  readonly note: string | null
  readonly reference: string | null
  readonly actor_id: string | null
  readonly occurred_at: string
}

/** A stretch of a variant's ledger, if it is the owner's, newest first, from below `before` on (null: from the top). */
export async function findMovements(
  db: Queryable,
  variantId: string,
  owner: string | null,
  before: number | null,
  limit: number,
): Promise<MovementRow[]> {
  return await db.many<MovementRow>(sql`
    SELECT seq, id, delta, reason, note, reference, actor_id, occurred_at
    FROM inventory.movements
    WHERE variant_id = ${variantId} AND ${isOwned(sql`movements.variant_id`, owner)}
      AND (${before}::bigint IS NULL OR seq < ${before}::bigint)
    ORDER BY seq DESC
    LIMIT ${limit}`)
}
