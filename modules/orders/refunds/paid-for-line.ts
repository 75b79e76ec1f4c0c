import type { ItemRow } from '../store/order-row.ts'

/** What was paid for a line, in minor units. */
export function paidForLine({ unit_price_minor, quantity }: ItemRow): number {
  return unit_price_minor * quantity
}
