import type { Cart } from '@rampart/contracts/cart.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { auditEdit } from '../audit-edit.ts'
import type { CartDeps } from '../deps.ts'
import { keyOf } from '../domain/codes.ts'
import { ownerOf } from '../owner.ts'
import { showCart } from '../show-cart.ts'
import { lockCart } from '../store/carts.ts'
import { codesOf, writeCodes } from '../store/codes.ts'

/** Takes a code out of the asker's cart. One that is not in it: NOT_FOUND. */
export const removeCode =
  (deps: CartDeps): Handler<Cart, 'removeCode'> =>
  async (input, context) => {
    const owner = ownerOf(context.principal)
    if (owner === null) throw context.fail('NOT_FOUND')
    await deps.db.tx(async (tx) => {
      const id = await lockCart(tx, owner)
      const codes = id === null ? [] : await codesOf(tx, id)
      const removed = codes.find((code) => keyOf(code) === input.code)
      if (id === null || removed === undefined) throw context.fail('NOT_FOUND')
      await writeCodes(
        tx,
        id,
        codes.filter((code) => code !== removed),
      )
      await auditEdit(deps, tx, context, {
        action: 'cart.code-removed',
        cart_id: id,
        after: removed.kind === 'coupon' ? removed : { kind: removed.kind },
      })
    })
    return await showCart(deps, context, owner)
  }
