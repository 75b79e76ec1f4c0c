import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'

/** The second factors of whoever is signed in. */
export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: ({ signal }) => api.identity.getFactors({}, { signal }),
})
