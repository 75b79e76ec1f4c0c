import type { Order } from '@rampart/contracts/orders.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import { percentOf } from '@rampart/platform/money/percent.ts'
import type { z } from 'zod'
import type { ItemRow, OrderRow } from './store/order-row.ts'

type Wire = z.input<typeof Order>

/** A line as it was sold. One from before there were discounts and taxes has none. */
export function itemView(
  { unit_price_minor, pricing, ...item }: ItemRow,
  currency: string,
): Wire['items'][number] {
  const money = (minor: number) => moneyOut(minor, currency)
  const lineTotal = unit_price_minor * item.quantity
  return {
    ...item,
    unit_price: money(unit_price_minor),
    line_total: money(lineTotal),
    discount: money(pricing?.discount_minor ?? 0),
    tax: money(pricing?.tax_minor ?? 0),
    tax_rate_percent: percentOf(pricing?.tax_rate_bp ?? 0),
    total: money(pricing?.total_minor ?? lineTotal),
    discounts: discountsView(pricing?.discounts ?? [], currency),
  }
}

/** What discounts and taxes come to in an order. */
export function pricedTotals({ pricing, currency, total_minor, discount_minor }: OrderRow) {
  const money = (minor: number) => moneyOut(minor, currency)
  const taxes = pricing?.taxes ?? [{ rate_bp: 0, net_minor: total_minor, tax_minor: 0 }]
  return {
    discount_total: money(discount_minor),
    discounts: (pricing?.discounts ?? []).map(({ name, coupon, amount_minor }) => ({
      ...{ name, coupon },
      amount: money(amount_minor),
    })),
    prices: pricing?.prices ?? 'inclusive',
    tax_total: money(taxes.reduce((sum, { tax_minor }) => sum + tax_minor, 0)),
    taxes: taxes.map(({ rate_bp, net_minor, tax_minor }) => ({
      rate_percent: percentOf(rate_bp),
      net: money(net_minor),
      tax: money(tax_minor),
    })),
  } satisfies Partial<Wire>
}

function discountsView(
  discounts: NonNullable<ItemRow['pricing']>['discounts'],
  currency: string,
): Wire['items'][number]['discounts'] {
  return discounts.map(({ name, coupon, amount_minor, explanation }) => ({
    ...{ name, coupon, explanation },
    amount: moneyOut(amount_minor, currency),
  }))
}
