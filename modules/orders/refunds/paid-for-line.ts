import type { ItemRow, OrderRow } from '../store/order-row.ts'

/** What was paid for a line, in minor units: after discounts, with tax. */
export function paidForLine({ unit_price_minor, quantity, pricing }: ItemRow): number {
  return pricing?.total_minor ?? unit_price_minor * quantity
}

/** What was paid for the delivery: what the order costs less its lines. */
export function paidForShipping({ total_minor, items }: OrderRow): number {
  return total_minor - items.reduce((sum, item) => sum + paidForLine(item), 0)
}
