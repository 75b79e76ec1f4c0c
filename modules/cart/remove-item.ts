import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { auditEdit } from './audit-edit.ts'
import type { CartDeps } from './deps.ts'
import { ownerOf } from './owner.ts'
import { showCart } from './show-cart.ts'
import { lockCart, touchCart } from './store/carts.ts'
import { deleteItem } from './store/items.ts'

/** Takes a line out of the asker's cart. Somebody else's line: NOT_FOUND. */
export const removeItem =
  (deps: CartDeps): Handler<Cart, 'removeItem'> =>
  async ({ item_id }, context) => {
    const owner = ownerOf(context.principal)
    if (owner === null) throw context.fail('NOT_FOUND')
    await deps.db.tx(async (tx) => {
      const cartId = await lockCart(tx, owner)
      const removed = await deleteItem(tx, owner, item_id)
      if (cartId === null || removed === null) throw context.fail('NOT_FOUND')
      await touchCart(tx, cartId, context.now())
      await auditEdit(deps, tx, context, { action: 'cart.item-removed', cart_id: cartId, after: { item_id } })
    })
    return await showCart(deps, context, owner)
  }
