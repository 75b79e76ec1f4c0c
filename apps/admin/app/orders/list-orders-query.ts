import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Input } from '../api.ts'

/** A page of orders. The last one stays in sight while the next is on its way. */
export function listOrdersQuery(input: Input<'orders', 'listOrders'>) {
  return queryOptions({
    queryKey: ['orders', 'list', input],
    queryFn: ({ signal }) => api.orders.listOrders(input, { signal }),
    placeholderData: keepPreviousData,
  })
}
