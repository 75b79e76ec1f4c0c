import type { Money, OrderSummary } from '../api.ts'
import { sumMoney } from '../money/sum-money.ts'

export const DAYS = 30

/** A local calendar day, as '2026-11-21'. */
export function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The last `count` local days, today last. */
export function lastDays(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - (count - 1 - index))),
  )
}

type Counted = Pick<OrderSummary, 'placed_at' | 'status' | 'payment_status' | 'total'>

/** An order counts as a sale once it is paid, and no longer when it is cancelled or fully paid back. */
function isSale(order: Counted): boolean {
  return order.status !== 'cancelled' && ['captured', 'partially_refunded'].includes(order.payment_status)
}

export type Sales = {
  orders: number
  value: Money | null
  days: { day: string; orders: number; value: Money | null }[]
}

/** Orders and sales of the given local days, in all and day by day. */
export function salesOf(orders: readonly Counted[], days: readonly string[]): Sales {
  const byDay = Map.groupBy(orders, (order) => localDay(new Date(order.placed_at)))
  const perDay = days.map((day) => {
    const placed = byDay.get(day) ?? []
    return { day, orders: placed.length, value: sumMoney(placed.filter(isSale).map(({ total }) => total)) }
  })
  return {
    orders: perDay.reduce((sum, { orders: count }) => sum + count, 0),
    value: sumMoney(perDay.flatMap(({ value }) => (value === null ? [] : [value]))),
    days: perDay,
  }
}
