import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { MAX_WISHES } from '../domain/wishes.ts'
import { ownerOf } from '../owner-of.ts'
import { findWish, insertWishes, lockWishes } from '../store/wishes.ts'
import { auditWish } from './audit-wish.ts'
import { findCards } from './wish-view.ts'

/** Puts a product that is sold on the list of whoever asks. */
export const addToWishlist =
  (deps: CustomersDeps): Handler<Customers, 'addToWishlist'> =>
  async ({ product_id }, context) => {
    const owner = ownerOf(context)
    const [product] = await findCards(deps, context, [product_id])
    if (product === undefined) throw context.fail('NOT_FOUND')
    return deps.db.tx(async (tx) => {
      await lockWishes(tx, owner)
      const added = await insertWishes(tx, owner, [product_id], MAX_WISHES, context.now())
      const wish = await findWish(tx, owner, product_id)
      if (wish === null) throw context.fail('CUSTOMERS_WISHLIST_FULL')
      if (added.length > 0) await auditWish(deps, tx, context, owner, { change: 'wish_added', product_id })
      return { ...wish, product }
    })
  }
