import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql, type Sql } from '@rampart/platform/db/sql.ts'
import type { Owner } from '../owner.ts'

/** The condition that a cart `c` is its owner's. Stands in every statement that a shopper's request runs. */
export function ownedBy(owner: Owner): Sql {
  return owner.customer_id === null
    ? sql`c.guest_token_hash = ${owner.guest_token_hash}`
    : sql`c.customer_id = ${owner.customer_id}`
}

/**
 * Answers the owner's cart, made if need be, and locks it: changes to one cart come one after another. From now on it is
 * priced in `currency`; null: as it was.
 */
export async function openCart(
  tx: Tx,
  id: string,
  owner: Owner,
  now: Date,
  currency: string | null,
): Promise<{ readonly id: string; readonly currency: string | null }> {
  const conflict = owner.customer_id === null ? sql`guest_token_hash` : sql`customer_id`
  return await tx.one(sql`
    INSERT INTO cart.carts AS c (id, customer_id, guest_token_hash, currency, created_at, updated_at)
    VALUES (${id}, ${owner.customer_id}, ${owner.guest_token_hash}, ${currency}, ${now}, ${now})
    ON CONFLICT (${conflict}) DO UPDATE
    SET updated_at = excluded.updated_at, currency = coalesce(excluded.currency, c.currency)
    RETURNING c.id, c.currency`)
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

/** Prices a cart as another one, where something was chosen for that: what was chosen last counts. */
export async function takeCurrency(
  tx: Tx,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await tx.run(sql`
    UPDATE cart.carts AS c SET currency = coalesce(guest.currency, c.currency)
    FROM cart.carts AS guest WHERE guest.id = ${from} AND c.id = ${into}`)
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
