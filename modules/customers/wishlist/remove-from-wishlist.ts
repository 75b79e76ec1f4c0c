import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { deleteWish } from '../store/wishes.ts'
import { auditWish } from './audit-wish.ts'

/** Takes a product off the list of whoever asks. */
export const removeFromWishlist =
  (deps: CustomersDeps): Handler<Customers, 'removeFromWishlist'> =>
  async ({ product_id }, context) => {
    const owner = ownerOf(context)
    await deps.db.tx(async (tx) => {
      if (!(await deleteWish(tx, owner, product_id))) throw context.fail('NOT_FOUND')
      await auditWish(deps, tx, context, owner, { change: 'wish_removed', product_id })
    })
    return null
  }
