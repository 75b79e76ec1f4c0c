import { api } from '../api.ts'

/** Product types; wherever they are needed, from the same cache. */
export const typesQuery = {
  queryKey: ['product-types'],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.catalog.listProductTypes({}, { signal }),
}
