import type { Handler } from '@rampart/platform/contract/handler.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { findCustomPermissions } from '../store/custom-permissions.ts'
import { findRoles } from '../store/roles.ts'
import { askedPermissions } from './known-permissions.ts'

/** Every permission that an operation asks for, and those defined here. */
export const listPermissions =
  (deps: AccessDeps): Handler<Access, 'listPermissions'> =>
  async () => {
    const roles = await findRoles(deps.db)
    const holders = (name: string): string[] =>
      roles.filter(({ permissions }) => holdsPermission(permissions, name)).map((role) => role.name)
    const asked = askedPermissions(deps.contracts)
    const custom = await findCustomPermissions(deps.db)
    return {
      items: [
        ...[...asked].map(([name, operations]) => ({
          name,
          operations: [...operations],
          roles: holders(name),
          custom: false,
          description: '',
        })),
        ...custom
          .filter(({ name }) => !asked.has(name))
          .map((permission) => ({
            ...permission,
            operations: [],
            roles: holders(permission.name),
            custom: true,
          })),
      ],
    }
  }
