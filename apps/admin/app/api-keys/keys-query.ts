import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type ApiKey = Answer<'access', 'listApiKeys'>['items'][number]
export type NewKey = Answer<'access', 'createApiKey'>

/** One's own keys, or everybody's. */
export function keysQuery(all: boolean, page: number) {
  return queryOptions({
    queryKey: ['api-keys', all, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.access.listApiKeys({ all: all ? 'true' : 'false', page }, { signal }),
  })
}
