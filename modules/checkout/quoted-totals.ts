import type { Checkout } from '@rampart/contracts/checkout.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import { percentOf } from '@rampart/platform/money/percent.ts'
import type { PricedOrder } from './price-order.ts'

type Quote = OutputOf<Checkout, 'quoteCheckout'>

/** Discounts of a line as the buyer reads them. */
export function discountsOf(
  discounts: PricedOrder['lines'][number]['discounts'],
  currency: string,
): Quote['items'][number]['discounts'] {
  return discounts.map(({ name, coupon, amount_minor, explanation }) => ({
    ...{ name, coupon, explanation },
    amount: moneyOut(amount_minor, currency),
  }))
}

/** What an order comes to, as the buyer reads it. */
export function quotedTotals(priced: PricedOrder) {
  const { currency, totals, prices, coupons } = priced
  const money = (minor: number) => moneyOut(minor, currency)
  return {
    ...{ prices, coupons },
    discount_total: money(totals.discount_minor + totals.shipping_discount_minor),
    discounts: priced.discounts.map(({ name, coupon, amount_minor }) => ({
      ...{ name, coupon },
      amount: money(amount_minor),
    })),
    tax_total: money(totals.tax_minor),
    taxes: priced.taxes.map(({ rate_bp, net_minor, tax_minor }) => ({
      rate_percent: percentOf(rate_bp),
      net: money(net_minor),
      tax: money(tax_minor),
    })),
    total: money(totals.total_minor),
    gift_card_total: money(priced.gift_card_minor),
    gift_cards: priced.gift_cards.map(({ gift_card_id, hint, amount_minor }) => ({
      ...{ gift_card_id, hint },
      amount: money(amount_minor),
    })),
    to_pay: money(priced.to_pay_minor),
  } satisfies Partial<Quote>
}
