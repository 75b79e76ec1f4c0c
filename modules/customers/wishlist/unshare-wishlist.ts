import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { clearShare } from '../store/wishlists.ts'

/** Withdraws the link to the list of whoever asks: from then on it is as if it had never been. */
export const unshareWishlist =
  (deps: CustomersDeps): Handler<Customers, 'unshareWishlist'> =>
  async (_input, context) => {
    const owner = ownerOf(context)
    await deps.db.tx(async (tx) => {
      if (!(await clearShare(tx, owner))) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'customers.wishlist_unshared',
        subject_type: 'wishlist',
        subject_id: owner,
      })
    })
    return null
  }
