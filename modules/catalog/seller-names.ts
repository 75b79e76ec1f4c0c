import type { Queryable } from '@rampart/platform/db/db.ts'
import { shortCache } from '@rampart/platform/cache/short-cache.ts'
import { findSellerNames } from './store/seller-names.ts'

const SECONDS = 5

const nobody: ReadonlyMap<string, string> = new Map()

/** The names of those who sell one of these, by id; nothing is looked up where nobody does. */
export type SellerNames = (
  sold: readonly { readonly seller_id?: string | null }[],
  now: Date,
) => Promise<ReadonlyMap<string, string>>

/** Names that sellers are known by, at most five seconds old. */
export function sellerNames(db: Queryable): SellerNames {
  const names = shortCache(SECONDS, 1)
  return (sold, now) =>
    sold.some(({ seller_id }) => typeof seller_id === 'string')
      ? names('all', now, () => findSellerNames(db))
      : Promise.resolve(nobody)
}
