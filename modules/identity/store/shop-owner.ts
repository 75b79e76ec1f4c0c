import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Whether the shop has, or has had, an owner. */
export async function hasOwner(q: Queryable): Promise<boolean> {
  const row = await q.maybe<{ singleton: boolean }>(sql`SELECT singleton FROM identity.shop_owner`)
  return row !== null
}

/** Takes the owner's place; false when it is taken. */
export async function takeOwnership(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const taken = await tx.run(sql`
    INSERT INTO identity.shop_owner (account_id, set_up_at) VALUES (${accountId}, ${now}) ON CONFLICT DO NOTHING`)
  return taken > 0
}
