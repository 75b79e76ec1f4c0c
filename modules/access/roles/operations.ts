import type { AccessDeps } from '../deps.ts'
import { addPermissions } from './add-permissions.ts'
import { createRole } from './create-role.ts'
import { definePermission } from './define-permission.ts'
import { deleteRole } from './delete-role.ts'
import { getRole } from './get-role.ts'
import { listPermissions } from './list-permissions.ts'
import { listRbacChanges } from './list-rbac-changes.ts'
import { listRoleHolders } from './list-role-holders.ts'
import { listRoles } from './list-roles.ts'
import { removePermission } from './remove-permission.ts'
import { updateRole } from './update-role.ts'

/** Roles and the permissions that they hold. */
export const roleHandlers = (deps: AccessDeps) => ({
  listRoles: listRoles(deps),
  getRole: getRole(deps),
  listRoleHolders: listRoleHolders(deps),
  createRole: createRole(deps),
  updateRole: updateRole(deps),
  deleteRole: deleteRole(deps),
  addPermissions: addPermissions(deps),
  removePermission: removePermission(deps),
  listPermissions: listPermissions(deps),
  definePermission: definePermission(deps),
  listRbacChanges: listRbacChanges(deps),
})
