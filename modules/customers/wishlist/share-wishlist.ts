import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { setShare } from '../store/wishlists.ts'

/** Makes a link to the list of whoever asks. Its token is told this once, and kept as a hash. */
export const shareWishlist =
  (deps: CustomersDeps): Handler<Customers, 'shareWishlist'> =>
  async (_input, context) => {
    const owner = ownerOf(context)
    const [token, now] = [randomToken(), context.now()]
    await deps.db.tx(async (tx) => {
      await setShare(tx, owner, hashToken(token), now)
      await deps.audit.record(tx, context, {
        action: 'customers.wishlist_shared',
        subject_type: 'wishlist',
        subject_id: owner,
      })
    })
    const url = new URL(`/wishlist/shared/${token}`, deps.settings.public_url).href
    return { token, url, shared_at: now.toISOString() }
  }
