import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { auditEdit } from './audit-edit.ts'
import { currencyOf } from './currency.ts'
import type { CartDeps } from './deps.ts'
import { loadFacts } from './load-facts.ts'
import { ownerOf } from './owner.ts'
import { showCart } from './show-cart.ts'
import { lockCart, touchCart } from './store/carts.ts'
import { findCart, setItem } from './store/items.ts'

/** Sets the pieces of a line of the asker's cart. Somebody else's line: NOT_FOUND. */
export const updateItem =
  (deps: CartDeps): Handler<Cart, 'updateItem'> =>
  async ({ item_id, quantity }, context) => {
    const owner = ownerOf(context.principal)
    if (owner === null) throw context.fail('NOT_FOUND')
    const cart = await findCart(deps.db, owner)
    const items = cart?.items ?? []
    const item = items.find(({ id }) => id === item_id.toLowerCase())
    if (item === undefined) throw context.fail('NOT_FOUND')
    const facts = await loadFacts(
      deps,
      context,
      items.map(({ variant_id }) => variant_id),
      currencyOf(deps, cart?.currency),
    )
    const variant = facts.variants.get(item.variant_id)
    if (variant?.unpriced === true) throw context.fail('CART_NOT_IN_CURRENCY')
    const available = variant?.sellable === true ? (facts.available.get(item.variant_id) ?? 0) : 0
    if (variant === undefined || quantity > available) throw context.fail('CART_OUT_OF_STOCK')
    await deps.db.tx(async (tx) => {
      const cartId = await lockCart(tx, owner)
      const changed = await setItem(tx, owner, {
        id: item.id,
        quantity,
        unit_price_minor: variant.price_minor,
        seen_currency: facts.currency,
      })
      if (cartId === null || changed === null) throw context.fail('NOT_FOUND')
      await touchCart(tx, cartId, context.now())
      const after = { variant_id: item.variant_id, quantity }
      await auditEdit(deps, tx, context, { action: 'cart.item-changed', cart_id: cartId, after })
    })
    return await showCart(deps, context, owner, facts)
  }
