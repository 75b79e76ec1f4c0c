import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { cartView } from './cart-view.ts'
import type { CartDeps } from './deps.ts'
import { ownerOf } from './owner.ts'
import { showCart } from './show-cart.ts'

/** The asker's cart at today's prices. Changes nothing. */
export const getCart =
  (deps: CartDeps): Handler<Cart, 'getCart'> =>
  async (_input, context) => {
    const owner = ownerOf(context.principal)
    if (owner !== null) return await showCart(deps, context, owner)
    return cartView(null, [], null, deps.settings.shop_currency)
  }
