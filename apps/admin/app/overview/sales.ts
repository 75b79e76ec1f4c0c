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
  /** In the currency asked for, as are those of the days; null: nothing was sold in it. */
  value: Money | null
  /** In each other currency. */
  others: Money[]
  days: { day: string; orders: number; value: Money | null }[]
}

/** Orders of the given local days and sales in `currency`, in all and day by day; amounts of two are not added. */
export function salesOf(orders: readonly Counted[], days: readonly string[], currency: string): Sales {
  const wanted = new Set(days)
  const placed = orders.filter(({ placed_at }) => wanted.has(localDay(new Date(placed_at))))
  const byDay = Map.groupBy(placed, (order) => localDay(new Date(order.placed_at)))
  const others = Map.groupBy(sold(placed), (total) => total.currency)
  others.delete(currency)
  const inIt = (some: readonly Counted[]) =>
    sumMoney(sold(some).filter((total) => total.currency === currency))
  return {
    orders: placed.length,
    value: inIt(placed),
    others: [...others.values()].flatMap((totals) => sumMoney(totals) ?? []),
    days: days.map((day) => {
      const ofDay = byDay.get(day) ?? []
      return { day, orders: ofDay.length, value: inIt(ofDay) }
    }),
  }
}

const sold = (orders: readonly Counted[]): Money[] => orders.filter(isSale).map(({ total }) => total)
