import type { Cart } from '@rampart/contracts/cart.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Line } from './line-of.ts'
import type { PricedCart } from './price-cart.ts'

type CartView = OutputOf<Cart, 'getCart'>

/** A cart as its owner sees it, at today's prices in one currency. The subtotal is the sum of the lines' totals. */
export function cartView(
  cartId: string | null,
  lines: readonly Line[],
  priced: PricedCart | null,
  currency: string,
): CartView {
  const money = (minor: number) => moneyOut(minor, currency)
  const amountsOf = new Map(priced?.lines.map((line) => [line.line_id, line]))
  return {
    id: cartId,
    items: lines.map(({ article, unit_price_minor, line_total_minor, notes, ...line }) => ({
      ...line,
      ...article,
      unit_price: money(unit_price_minor),
      line_total: money(line_total_minor),
      notes: [...notes],
      discount: money(amountsOf.get(line.id)?.discount_minor ?? 0),
      discounts: (amountsOf.get(line.id)?.discounts ?? []).map(
        ({ name, coupon, amount_minor, explanation }) => ({
          ...{ name, coupon, explanation },
          amount: money(amount_minor),
        }),
      ),
    })),
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal: money(lines.reduce((sum, line) => sum + line.line_total_minor, 0)),
    discount_total: money(priced?.totals.discount_minor ?? 0),
    discounts: (priced?.discounts ?? []).map(({ name, coupon, amount_minor }) => ({
      ...{ name, coupon },
      amount: money(amount_minor),
    })),
    prices: priced?.prices ?? 'inclusive',
    tax_total: money(priced?.totals.tax_minor ?? 0),
    total: money(priced?.totals.total_minor ?? 0),
    coupons: priced?.coupons ?? [],
    gift_cards: (priced?.gift_cards ?? []).map(
      ({ gift_card_id, hint, amount_minor, balance_minor, ...card }) => ({
        ...{ gift_card_id, hint, refused: card.refused },
        amount: money(amount_minor),
        balance: moneyOut(balance_minor, card.currency),
      }),
    ),
  }
}
