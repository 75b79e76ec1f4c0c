import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** What a customer said about their list. */
export type WishlistRow = { readonly name: string; readonly shared_at: string | null }

/** A list that was never named nor shared has no row. */
export async function findWishlist(q: Queryable, customerId: string): Promise<WishlistRow> {
  const row = await q.maybe<WishlistRow>(
    sql`SELECT name, shared_at FROM customers.wishlists WHERE customer_id = ${customerId}`,
  )
  return row ?? { name: '', shared_at: null }
}

/** Whose list a link leads to, and its name; null for a link that was withdrawn or never was. */
export async function findSharedWishlist(
  q: Queryable,
  shareHash: Buffer,
): Promise<{ customer_id: string; name: string } | null> {
  return q.maybe<{ customer_id: string; name: string }>(
    sql`SELECT customer_id, name FROM customers.wishlists WHERE share_hash = ${shareHash}`,
  )
}

export async function setWishlistName(tx: Tx, customerId: string, name: string): Promise<void> {
  await tx.run(sql`
    INSERT INTO customers.wishlists (customer_id, name) VALUES (${customerId}, ${name})
    ON CONFLICT (customer_id) DO UPDATE SET name = excluded.name`)
}

/** Shares a list by the token of this hash, in the place of the one before. */
export async function setShare(tx: Tx, customerId: string, shareHash: Buffer, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO customers.wishlists (customer_id, share_hash, shared_at) VALUES (${customerId}, ${shareHash}, ${now})
    ON CONFLICT (customer_id) DO UPDATE SET share_hash = excluded.share_hash, shared_at = excluded.shared_at`)
}

/** Withdraws the link; false when there was none. */
export async function clearShare(tx: Tx, customerId: string): Promise<boolean> {
  return (
    (await tx.run(sql`
      UPDATE customers.wishlists SET share_hash = NULL, shared_at = NULL
      WHERE customer_id = ${customerId} AND share_hash IS NOT NULL`)) > 0
  )
}

/** Removes a customer's list with all that is on it. */
export async function deleteWishlist(tx: Tx, customerId: string): Promise<void> {
  await tx.run(sql`DELETE FROM customers.wishes WHERE customer_id = ${customerId}`)
  await tx.run(sql`DELETE FROM customers.wishlists WHERE customer_id = ${customerId}`)
}
