import type { Cart } from '@rampart/contracts/cart.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { auditEdit } from './audit-edit.ts'
import type { CartDeps } from './deps.ts'
import { withCodes } from './domain/codes.ts'
import { MAX_LINES, MAX_PIECES } from './domain/line.ts'
import { guestOwner, type Owner, ownerOf } from './owner.ts'
import { showCart } from './show-cart.ts'
import { deleteCart, lockCart, openCart, takeCurrency } from './store/carts.ts'
import { codesOf, writeCodes } from './store/codes.ts'
import { findCart } from './store/items.ts'
import { mergeSharedLines, moveOtherLines } from './store/merge.ts'

/** Moves the cart from before signing in into the customer's own: once, however often and at once it is asked. */
export const mergeCart =
  (deps: CartDeps): Handler<Cart, 'mergeCart'> =>
  async (_input, context) => {
    const { principal } = context
    const owner = ownerOf(principal)
    if (owner === null || principal.kind !== 'customer') throw context.fail('FORBIDDEN')
    if (principal.guest_token !== null) {
      await takeOver(deps, context, guestOwner(principal.guest_token), owner, context.now())
    }
    return await showCart(deps, context, owner)
  }

async function takeOver(
  deps: CartDeps,
  context: CallContext,
  guest: Owner,
  owner: Owner,
  now: Date,
): Promise<void> {
  if ((await findCart(deps.db, guest)) === null) return
  await deps.db.tx(async (tx) => {
    // The customer's cart is locked before the guest's, always: two merges cannot wait for each other.
    const { id: into } = await openCart(tx, newId(), owner, now, null)
    const from = await lockCart(tx, guest)
    // Another request merged it while this one waited: its row is gone.
    if (from === null) return
    await takeCurrency(tx, { from, into })
    const entered = withCodes(await codesOf(tx, into), await codesOf(tx, from))
    await writeCodes(tx, into, entered)
    await mergeSharedLines(tx, { from, into }, MAX_PIECES)
    await moveOtherLines(tx, { from, into }, MAX_LINES)
    await deleteCart(tx, from)
    await auditEdit(deps, tx, context, {
      action: 'cart.merged',
      cart_id: into,
      after: { guest_cart_id: from },
    })
  })
}
