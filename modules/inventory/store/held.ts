import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql, type Sql } from '@rampart/platform/db/sql.ts'
import { isOwned } from './owned.ts'

type HeldRow = {
  readonly order_id: string
  readonly quantity: number
  readonly reserved_at: string
  readonly expires_at: string
}

const held = (variantId: string, owner: string | null): Sql => sql`
  inventory.reservations r JOIN inventory.reservation_lines line USING (order_id)
  WHERE r.status = 'held' AND line.variant_id = ${variantId} AND ${isOwned(sql`line.variant_id`, owner)}`

/** Lines of a variant that orders hold, if it is the owner's, the next to end first. */
export async function findHeld(
  db: Queryable,
  variantId: string,
  owner: string | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<HeldRow[]> {
  return await db.many<HeldRow>(sql`
    SELECT r.order_id, line.quantity, r.created_at AS reserved_at, r.expires_at
    FROM ${held(variantId, owner)}
    ORDER BY r.expires_at, r.order_id LIMIT ${limit} OFFSET ${offset}`)
}

/** How many there are. */
export async function countHeld(db: Queryable, variantId: string, owner: string | null): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${held(variantId, owner)}`,
  )
  return total
}
