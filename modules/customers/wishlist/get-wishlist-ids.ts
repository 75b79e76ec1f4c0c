import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { allWishRows } from '../store/wishes.ts'

/** Which products stand on the list: what every page needs that shows products. */
export const getWishlistIds =
  (deps: CustomersDeps): Handler<Customers, 'getWishlistIds'> =>
  async (_input, context) => {
    const rows = await allWishRows(deps.db, ownerOf(context))
    return {
      product_ids: rows.map(({ product_id }) => product_id),
      notice_ids: rows.filter(({ notice }) => notice).map(({ product_id }) => product_id),
    }
  }
