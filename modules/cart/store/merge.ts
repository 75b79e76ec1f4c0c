import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Two carts that are both locked. */
type Carts = { readonly from: string; readonly into: string }

/** Adds the pieces of articles that both carts hold, up to `maxPieces` a line. */
export async function mergeSharedLines(tx: Tx, { from, into }: Carts, maxPieces: number): Promise<void> {
  await tx.run(sql`
    UPDATE cart.items own SET quantity = least(own.quantity + guest.quantity, ${maxPieces}::integer)
    FROM cart.items guest
    WHERE own.cart_id = ${into} AND guest.cart_id = ${from} AND guest.variant_id = own.variant_id`)
}

/** Moves the articles that only the one cart holds, the latest first, until the other has `maxLines` lines. */
export async function moveOtherLines(tx: Tx, { from, into }: Carts, maxLines: number): Promise<void> {
  await tx.run(sql`
    UPDATE cart.items SET cart_id = ${into}
    WHERE id IN (
      SELECT guest.id FROM cart.items guest
      WHERE guest.cart_id = ${from} AND NOT EXISTS (
        SELECT FROM cart.items own WHERE own.cart_id = ${into} AND own.variant_id = guest.variant_id)
      ORDER BY guest.added_at DESC, guest.id DESC
      LIMIT greatest(0, ${maxLines}::integer - (SELECT count(*) FROM cart.items WHERE cart_id = ${into})))`)
}
