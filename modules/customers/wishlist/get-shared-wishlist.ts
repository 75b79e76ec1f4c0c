import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { MAX_WISHES } from '../domain/wishes.ts'
import { listWishRows } from '../store/wishes.ts'
import { findSharedWishlist } from '../store/wishlists.ts'
import { findCards } from './wish-view.ts'

const CARDS_AT_ONCE = 100

/** A list by its link. A link that was withdrawn and one that never was are alike not there. */
export const getSharedWishlist =
  (deps: CustomersDeps): Handler<Customers, 'getSharedWishlist'> =>
  async ({ token }, context) => {
    const shared = await findSharedWishlist(deps.db, hashToken(token))
    if (shared === null) throw context.fail('NOT_FOUND')
    const { rows } = await listWishRows(deps.db, shared.customer_id, { limit: MAX_WISHES, offset: 0 })
    const ids = rows.map(({ product_id }) => product_id)
    const products = []
    for (let start = 0; start < ids.length; start += CARDS_AT_ONCE)
      products.push(...(await findCards(deps, context, ids.slice(start, start + CARDS_AT_ONCE))))
    return { name: shared.name, products }
  }
