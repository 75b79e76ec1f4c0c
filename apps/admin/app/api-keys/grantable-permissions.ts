import { queryOptions } from '@tanstack/react-query'
import { api, type Me } from '../api.ts'
import type { Permission } from '../roles/roles-query.ts'
import { holds } from '../session/use-me.ts'
import { forKeys } from './key-terms.ts'

/**
 * What a key of this person may be given. Who may not read the list of permissions is offered those that are written
 * out in their own roles.
 */
export function grantablePermissionsQuery(me: Me) {
  return queryOptions({
    queryKey: ['api-keys', 'permissions', me.permissions],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const all = holds(me.permissions, 'access:read')
        ? (await api.access.listPermissions({}, { signal })).items
        : me.permissions.map(bare)
      return all.filter(({ name }) => forKeys(me.permissions, name))
    },
  })
}

function bare(name: string): Permission {
  return { name, operations: [], roles: [], custom: false, description: '' }
}
