import type { Cart } from '@rampart/contracts/cart.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { auditEdit } from '../audit-edit.ts'
import { currencyOf } from '../currency.ts'
import type { CartDeps } from '../deps.ts'
import { type Code, keyOf, MAX_CODES } from '../domain/codes.ts'
import { ownerOf } from '../owner.ts'
import { showCart } from '../show-cart.ts'
import { openCart } from '../store/carts.ts'
import { codesOf, writeCodes } from '../store/codes.ts'
import { findCart } from '../store/items.ts'

type Context = HandlerContext<ErrorCodeOf<Cart, 'enterCode'>>

/** Refusals that no change of the cart lifts. The others are kept: the cart says what is missing. */
const HOPELESS: ReadonlySet<string> = new Set(['coupon_used_up', 'coupon_used_by_you', 'ended'])

/** Puts a coupon or a gift card into the asker's cart, whichever the code is. Nothing is used up by that. */
export const enterCode =
  (deps: CartDeps): Handler<Cart, 'enterCode'> =>
  async (input, context) => {
    const owner = ownerOf(context.principal)
    if (owner === null) throw context.fail('UNAUTHENTICATED')
    const cart = await findCart(deps.db, owner)
    const code = await readCode(deps, context, input.code, currencyOf(deps, cart?.currency))
    await deps.db.tx(async (tx) => {
      const { id } = await openCart(tx, newId(), owner, context.now(), null)
      const codes = await codesOf(tx, id)
      if (codes.some((known) => keyOf(known) === keyOf(code))) return
      if (codes.length >= MAX_CODES) throw context.fail('CART_TOO_MANY_CODES')
      await writeCodes(tx, id, [...codes, code])
      // A gift card's code is money: its kind is all that is written down.
      await auditEdit(deps, tx, context, {
        action: 'cart.code-entered',
        cart_id: id,
        after: code.kind === 'coupon' ? code : { kind: code.kind },
      })
    })
    return await showCart(deps, context, owner)
  }

/** A coupon if there is one of that code, else a gift card. */
async function readCode(deps: CartDeps, context: Context, typed: string, currency: string): Promise<Code> {
  const priced = await deps.clients.pricing.priceCart(context, {
    ...{ currency, destination: null, email: null, segments: [], lines: [], shipping: null },
    coupons: [typed],
    gift_card_ids: [],
  })
  const [coupon] = priced.coupons
  if (coupon !== undefined && coupon.refused !== 'coupon_unknown') {
    if (HOPELESS.has(coupon.refused ?? '')) throw context.fail('CART_COUPON_OVER')
    return { kind: 'coupon', code: coupon.code }
  }
  try {
    const { gift_card_id } = await deps.clients.pricing.openGiftCard(context, { code: typed, currency })
    return { kind: 'gift_card', gift_card_id }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    switch (error.code) {
      case 'PRICING_GIFT_CARD_UNKNOWN':
        throw context.fail('CART_CODE_UNKNOWN')
      case 'PRICING_GIFT_CARD_SPENT':
        throw context.fail('CART_GIFT_CARD_SPENT')
      case 'PRICING_GIFT_CARD_CURRENCY':
        throw context.fail('CART_GIFT_CARD_CURRENCY')
      case 'PRICING_TOO_MANY_TRIES':
        throw context.fail('CART_TOO_MANY_TRIES')
      default:
        throw error
    }
  }
}
