import { queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type App = Answer<'oauth', 'listClients'>['items'][number]
export type AppKind = App['kind']

/** Every registered app, by name. */
export const appsQuery = queryOptions({
  queryKey: ['apps'],
  queryFn: ({ signal }) => api.oauth.listClients({}, { signal }),
})
