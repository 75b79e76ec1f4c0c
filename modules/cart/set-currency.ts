import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { auditEdit } from './audit-edit.ts'
import { readChoice } from './currency.ts'
import type { CartDeps } from './deps.ts'
import { ownerOf } from './owner.ts'
import { showCart } from './show-cart.ts'
import { openCart } from './store/carts.ts'

/** Prices the asker's cart in another currency. What has no price in it stays in the cart and cannot be ordered. */
export const setCurrency =
  (deps: CartDeps): Handler<Cart, 'setCurrency'> =>
  async ({ currency }, context) => {
    const owner = ownerOf(context.principal)
    if (owner === null) throw context.fail('UNAUTHENTICATED')
    if (readChoice(deps, currency) === null) throw context.fail('CART_CURRENCY_UNKNOWN')
    await deps.db.tx(async (tx) => {
      const cart = await openCart(tx, newId(), owner, context.now(), currency)
      await auditEdit(deps, tx, context, {
        action: 'cart.currency-changed',
        cart_id: cart.id,
        after: { currency },
      })
    })
    return await showCart(deps, context, owner)
  }
