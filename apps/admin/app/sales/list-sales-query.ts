import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Input } from '../api.ts'

/** A page of the orders that hold lines of one's own. The last one stays in sight while the next is on its way. */
export function listSalesQuery(input: Input<'orders', 'listSales'>) {
  return queryOptions({
    queryKey: ['orders', 'sales', input],
    queryFn: ({ signal }) => api.orders.listSales(input, { signal }),
    placeholderData: keepPreviousData,
  })
}
