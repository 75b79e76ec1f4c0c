import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { MAX_WISHES } from '../domain/wishes.ts'
import { ownerOf } from '../owner-of.ts'
import { insertWishes, lockWishes } from '../store/wishes.ts'
import { auditWish } from './audit-wish.ts'
import { findCards } from './wish-view.ts'

/** Takes over what a guest has wished for. What is not sold is left out, and so is what there is no room for. */
export const mergeWishlist =
  (deps: CustomersDeps): Handler<Customers, 'mergeWishlist'> =>
  async ({ product_ids }, context) => {
    const owner = ownerOf(context)
    const sold = (await findCards(deps, context, [...new Set(product_ids)])).map(({ id }) => id)
    if (sold.length === 0) return { added: 0 }
    return deps.db.tx(async (tx) => {
      await lockWishes(tx, owner)
      const added = await insertWishes(tx, owner, sold, MAX_WISHES, context.now())
      if (added.length > 0)
        await auditWish(deps, tx, context, owner, { change: 'wishes_merged', product_ids: added })
      return { added: added.length }
    })
  }
