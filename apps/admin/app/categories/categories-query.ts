import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'

/** The whole category tree. */
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  staleTime: 60_000,
  queryFn: ({ signal }) => api.catalog.listCategories({}, { signal }),
})
