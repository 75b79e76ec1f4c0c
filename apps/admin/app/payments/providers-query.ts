import { queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type Provider = Answer<'payments', 'listProviders'>['items'][number]
export type KeyName = NonNullable<Provider['keys']>[number]['name']

/** Every way to pay, in their order. */
export const providersQuery = queryOptions({
  queryKey: ['payment-providers'],
  queryFn: ({ signal }) => api.payments.listProviders({}, { signal }),
})
