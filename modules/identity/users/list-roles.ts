import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { permissionsOf, priorities, type RoleName } from '../domain/roles.ts'

/** The roles of the shop, highest first. */
export const listRoles = (): Handler<Identity, 'listRoles'> => () =>
  Promise.resolve({
    items: Object.entries(priorities).map(([name, priority]) => ({
      name: name as RoleName,
      priority,
      permissions: [...permissionsOf(name as RoleName)],
    })),
  })
