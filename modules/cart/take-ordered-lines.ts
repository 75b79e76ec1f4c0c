import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CartDeps } from './deps.ts'
import { touchCart } from './store/carts.ts'
import { writeCodes } from './store/codes.ts'
import { claimOrder, takePieces } from './store/orders.ts'

/** Takes an order's pieces out of the cart it came from, once. What was added to the cart meanwhile stays. */
export const takeOrderedLines =
  (deps: CartDeps): Handler<Cart, 'takeOrderedLines'> =>
  async ({ cart_id, order_id, lines }, context) => {
    const now = context.now()
    await deps.db.tx(async (tx) => {
      if (!(await claimOrder(tx, order_id, now))) return
      if (!(await touchCart(tx, cart_id, now))) return
      await takePieces(tx, cart_id, lines)
      // What was entered was for this order; a gift card with something left is entered again.
      await writeCodes(tx, cart_id, [])
    })
    return null
  }
