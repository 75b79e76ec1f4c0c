import { queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type Role = Answer<'access', 'listRoles'>['items'][number]
export type Permission = Answer<'access', 'listPermissions'>['items'][number]
export type Standing = Answer<'access', 'getUserRoles'>

/** Every role, the highest first. */
export const rolesQuery = queryOptions({
  queryKey: ['roles', 'list'],
  queryFn: ({ signal }) => api.access.listRoles({}, { signal }),
})

/** Every permission that exists, with what it opens. */
export const permissionsQuery = queryOptions({
  queryKey: ['roles', 'permissions'],
  queryFn: ({ signal }) => api.access.listPermissions({}, { signal }),
  staleTime: 60_000,
})
