import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { listWishRows } from '../store/wishes.ts'
import { findWishlist } from '../store/wishlists.ts'
import { viewWishes } from './wish-view.ts'

/** The wishlist of whoever asks. */
export const getWishlist =
  (deps: CustomersDeps): Handler<Customers, 'getWishlist'> =>
  async ({ page, page_size }, context) => {
    const owner = ownerOf(context)
    const window = { limit: page_size, offset: (page - 1) * page_size }
    const [about, { rows, total }] = await Promise.all([
      findWishlist(deps.db, owner),
      listWishRows(deps.db, owner, window),
    ])
    return { ...about, items: await viewWishes(deps, context, rows), page, page_size, total }
  }
