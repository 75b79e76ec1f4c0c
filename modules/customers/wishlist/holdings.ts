import type { Queryable } from '@rampart/platform/db/db.ts'
import { allWishRows } from '../store/wishes.ts'
import { findWishlist } from '../store/wishlists.ts'

/** What an export tells of a customer's wishlist. The link itself is not known: its token is kept as a hash. */
export async function wishlistHoldings(q: Queryable, customerId: string) {
  const [about, products] = await Promise.all([findWishlist(q, customerId), allWishRows(q, customerId)])
  return { ...about, products }
}
