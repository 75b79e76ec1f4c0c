import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'

/** Whose word signs people in here. */
export const providersQuery = queryOptions({
  queryKey: ['sign-in-providers'],
  queryFn: ({ signal }) => api.identity.listSignInProviders({}, { signal }),
  staleTime: Infinity,
})
