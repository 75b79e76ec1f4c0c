import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { isOwned } from './owned.ts'

export type MovementRow = {
  readonly seq: number
  readonly id: string
  readonly delta: number
  readonly reason: 'received' | 'adjusted' | 'counted' | 'sold' | 'restocked' | 'imported' | 'transferred'
  readonly location_id: string
  readonly location_name: string
  readonly note: string | null
  readonly reference: string | null
  readonly actor_id: string | null
  readonly occurred_at: string
}

/** A stretch of a variant's ledger, if it is the owner's, newest first, from below `before` on (null: from the top). */
export async function findMovements(
  db: Queryable,
  of: { readonly variant_id: string; readonly location_id: string | null; readonly owner: string | null },
  before: number | null,
  limit: number,
): Promise<MovementRow[]> {
  return await db.many<MovementRow>(sql`
    SELECT movement.seq, movement.id, movement.delta, movement.reason, movement.location_id,
      location.name AS location_name, movement.note, movement.reference, movement.actor_id, movement.occurred_at
    FROM inventory.movements movement
    JOIN inventory.locations location ON location.id = movement.location_id
    WHERE movement.variant_id = ${of.variant_id} AND ${isOwned(sql`movement.variant_id`, of.owner)}
      AND (${of.location_id}::uuid IS NULL OR movement.location_id = ${of.location_id}::uuid)
      AND (${before}::bigint IS NULL OR movement.seq < ${before}::bigint)
    ORDER BY movement.seq DESC
    LIMIT ${limit}`)
}
