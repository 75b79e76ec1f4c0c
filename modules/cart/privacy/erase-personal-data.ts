import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CartDeps } from '../deps.ts'
import { deleteCart, lockCart } from '../store/carts.ts'

/** Removes the cart of a customer who leaves. */
export const erasePersonalData =
  (deps: CartDeps): Handler<Cart, 'erasePersonalData'> =>
  async ({ account_id }, context) => {
    await deps.db.tx(async (tx) => {
      const cart = await lockCart(tx, { customer_id: account_id, guest_token_hash: null })
      if (cart === null) return
      await deleteCart(tx, cart)
      await deps.audit.record(tx, context, {
        action: 'cart.owner_erased',
        subject_type: 'cart',
        subject_id: cart,
      })
    })
    return null
  }
