import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { setWishlistName } from '../store/wishlists.ts'

/** Names the list of whoever asks. The name may tell of a person, so the log does not hold it. */
export const renameWishlist =
  (deps: CustomersDeps): Handler<Customers, 'renameWishlist'> =>
  async ({ name }, context) => {
    const owner = ownerOf(context)
    await deps.db.tx(async (tx) => {
      await setWishlistName(tx, owner, name)
      await deps.audit.record(tx, context, {
        action: 'customers.wishlist_renamed',
        subject_type: 'wishlist',
        subject_id: owner,
      })
    })
    return { name }
  }
