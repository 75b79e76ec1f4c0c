import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Input } from '../api.ts'

/** A page of returns. The last one stays in sight while the next is on its way. */
export function returnsQuery(input: Input<'orders', 'listReturns'>) {
  return queryOptions({
    queryKey: ['orders', 'returns', 'list', input],
    queryFn: ({ signal }) => api.orders.listReturns(input, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** For how long buyers may send things back, and to where. */
export const returnSettingsQuery = queryOptions({
  queryKey: ['orders', 'returns', 'settings'],
  queryFn: ({ signal }) => api.orders.getReturnSettings({}, { signal }),
})
