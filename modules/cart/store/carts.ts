import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql, type Sql } from '@rampart/platform/db/sql.ts'
import type { Owner } from '../owner.ts'

/** The condition that a cart `c` is its owner's. Stands in every statement that a shopper's request runs. */
export function ownedBy(owner: Owner): Sql {
  return owner.customer_id === null
    ? sql`c.guest_token_hash = ${owner.guest_token_hash}`
    : sql`c.customer_id = ${owner.customer_id}`
}

/** Answers the owner's cart, made if need be, and locks it: changes to one cart come one after another. */
export async function openCart(tx: Tx, id: string, owner: Owner, now: Date): Promise<string> {
  const conflict = owner.customer_id === null ? sql`guest_token_hash` : sql`customer_id`
  const row = await tx.one<{ id: string }>(sql`
    INSERT INTO cart.carts (id, customer_id, guest_token_hash, created_at, updated_at)
    VALUES (${id}, ${owner.customer_id}, ${owner.guest_token_hash}, ${now}, ${now})
    ON CONFLICT (${conflict}) DO UPDATE SET updated_at = excluded.updated_at
    RETURNING id`)
  return row.id
}

/** The owner's cart, locked; null when there is none. */
export async function lockCart(tx: Tx, owner: Owner): Promise<string | null> {
  const row = await tx.maybe<{ id: string }>(
    sql`SELECT c.id FROM cart.carts c WHERE ${ownedBy(owner)} FOR UPDATE`,
  )
  return row?.id ?? null
}

/** Locks a cart by its id, whoever owns it, and notes that it changed. For the checkout, which knows its carts. */
export async function touchCart(tx: Tx, id: string, now: Date): Promise<boolean> {
  return (await tx.run(sql`UPDATE cart.carts SET updated_at = ${now} WHERE id = ${id}`)) > 0
}

/** Deletes a cart with what is in it. */
export async function deleteCart(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM cart.carts WHERE id = ${id}`)
}

/** Deletes up to `limit` guests' carts that nobody changed since `before`. Answers how many. */
export async function deleteForgottenCarts(db: Queryable, before: Date, limit: number): Promise<number> {
  return await db.run(sql`
    DELETE FROM cart.carts
    WHERE id IN (
      SELECT id FROM cart.carts
      WHERE guest_token_hash IS NOT NULL AND updated_at < ${before}
      ORDER BY updated_at
      LIMIT ${limit}
      FOR UPDATE SKIP LOCKED)`)
}
