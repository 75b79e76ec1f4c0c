import { queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type Passkey = Answer<'identity', 'listPasskeys'>['items'][number]

/** The passkeys of the account, the newest first. */
export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => api.identity.listPasskeys({}, { signal }),
})
