import { queryOptions } from '@tanstack/react-query'
import { api, type OrderSummary } from '../api.ts'
import { DAYS, localDay } from './sales.ts'

const PAGE = 100
const MAX_PAGES = 10

/** The orders of the last 30 days, newest first; at most a thousand, and then `cut` says so. */
export function recentOrdersQuery(now: Date) {
  // The server's days are UTC, the reader's are local: one day more covers both.
  const from = localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - DAYS))
  return queryOptions({
    queryKey: ['orders', 'recent', from],
    staleTime: 30_000,
    queryFn: async ({ signal }) => {
      const orders: OrderSummary[] = []
      let total = 0
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const answer = await api.orders.listOrders(
          { placed_from: from, page, page_size: PAGE, sort: '-placed_at' },
          { signal },
        )
        orders.push(...answer.items)
        total = answer.total
        if (orders.length >= total || answer.items.length < PAGE) break
      }
      return { orders, cut: orders.length < total }
    },
  })
}
