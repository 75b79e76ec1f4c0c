import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'

/** Every shipping method, in their order. */
export const methodsQuery = queryOptions({
  queryKey: ['shipping'],
  queryFn: ({ signal }) => api.shipping.listMethods({}, { signal }),
})
