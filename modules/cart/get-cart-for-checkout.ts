import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { currencyOf } from './currency.ts'
import type { CartDeps } from './deps.ts'
import { sortedCodes } from './domain/codes.ts'
import { ownerOf } from './owner.ts'
import { findCart } from './store/items.ts'

/** What the buyer wants, as they left it. A cart that is named and not theirs: NOT_FOUND. */
export const getCartForCheckout =
  (deps: CartDeps): Handler<Cart, 'getCartForCheckout'> =>
  async (input, context) => {
    const owner = ownerOf(context.principal)
    const cart = owner === null ? null : await findCart(deps.db, owner, input.cart_id ?? null)
    if (cart === null && input.cart_id !== undefined) throw context.fail('NOT_FOUND')
    const lines = cart?.items.map(({ variant_id, quantity }) => ({ variant_id, quantity })) ?? []
    return {
      cart_id: cart?.id ?? null,
      currency: currencyOf(deps, cart?.currency),
      lines,
      ...sortedCodes(cart?.codes ?? []),
    }
  }
