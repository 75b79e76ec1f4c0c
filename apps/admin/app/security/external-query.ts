import { queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type ExternalIdentity = Answer<'identity', 'listExternalIdentities'>['items'][number]

/** Sign-ins of providers that are connected to the account. */
export const externalQuery = queryOptions({
  queryKey: ['external-identities'],
  queryFn: ({ signal }) => api.identity.listExternalIdentities({}, { signal }),
})
