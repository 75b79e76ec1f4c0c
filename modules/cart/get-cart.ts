import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { CartDeps } from './deps.ts'
import { ownerOf } from './owner.ts'
import { showCart } from './show-cart.ts'

/** The asker's cart at today's prices. Changes nothing. */
export const getCart =
  (deps: CartDeps): Handler<Cart, 'getCart'> =>
  async (_input, context) => {
    const owner = ownerOf(context.principal)
    if (owner !== null) return await showCart(deps, context, owner)
    return { id: null, items: [], count: 0, subtotal: moneyOut(0, deps.settings.shop_currency) }
  }
