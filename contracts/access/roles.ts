import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { CursorPage, cursorFields, Id, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import {
  builtIn,
  changedMeanwhile,
  outranked,
  Permission,
  Permissions,
  RoleFields,
  RoleName,
  RoleView,
  unknownPermission,
} from './schemas.ts'

const read = { allow: ['staff'], permission: 'access:read' } as const
const manage = { allow: ['staff'], permission: 'access:manage', fresh: true } as const

const OfRole = z.strictObject({ role_id: Id })

const PermissionView = z.strictObject({
  name: z.string(),
  /** What it opens, from the contracts; empty for one that was defined here. */
  operations: z.array(z.strictObject({ name: z.string(), summary: z.string() })),
  /** Names of the roles that hold it, by itself or by a wildcard. */
  roles: z.array(z.string()),
  /** Defined here, for programs beside the shop; no operation of the shop asks for it. */
  custom: z.boolean(),
  description: z.string(),
})

/** Roles and the permissions that they hold. */
export const roleOperations = {
  listRoles: {
    kind: 'query',
    summary: 'Roles, the highest first, and what each may do.',
    http: { method: 'GET', path: '/rbac/roles', aliases: ['/auth/roles'] },
    access: read,
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(RoleView) }),
  },
  getRole: {
    kind: 'query',
    summary: 'One role.',
    http: { method: 'GET', path: '/rbac/roles/:role_id' },
    access: read,
    input: OfRole,
    output: RoleView,
  },
  createRole: {
    kind: 'command',
    summary: 'Make a role of your own, below your own priority and with permissions that you hold.',
    http: { method: 'POST', path: '/rbac/roles', aliases: ['/auth/roles'], status: 201 },
    access: manage,
    input: z.strictObject({ name: RoleName, ...RoleFields }),
    output: RoleView,
    errors: {
      ...outranked,
      ...unknownPermission,
      ACCESS_ROLE_EXISTS: { status: 409, message: 'A role of this name exists.' },
    },
  },
  updateRole: {
    kind: 'command',
    summary: 'Change a role. Acts at once on everybody who has it.',
    http: { method: 'PUT', path: '/rbac/roles/:role_id' },
    access: manage,
    input: OfRole.extend({ ...RoleFields, version: z.int() }),
    output: RoleView,
    errors: { ...outranked, ...unknownPermission, ...builtIn, ...changedMeanwhile },
  },
  deleteRole: {
    kind: 'command',
    summary: 'Remove a role that nobody has any more.',
    http: { method: 'DELETE', path: '/rbac/roles/:role_id', status: 204 },
    access: manage,
    input: OfRole,
    output: Nothing,
    errors: {
      ...outranked,
      ...builtIn,
      ACCESS_ROLE_IN_USE: { status: 409, message: 'Somebody still has this role.' },
    },
  },
  listRoleHolders: {
    kind: 'query',
    summary: 'Who has a role beside the one of their account, the newest first.',
    http: { method: 'GET', path: '/rbac/roles/:role_id/holders' },
    access: read,
    input: OfRole,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          user_id: Id,
          granted_by: Id.nullable(),
          granted_at: Timestamp,
          expires_at: Timestamp.nullable(),
        }),
      ),
    }),
  },
  addPermissions: {
    kind: 'command',
    summary: 'Give permissions to a role.',
    http: { method: 'POST', path: '/rbac/roles/:role_id/permissions' },
    access: manage,
    input: OfRole.extend({ permissions: Permissions.min(1) }),
    output: RoleView,
    errors: { ...outranked, ...unknownPermission, ...builtIn },
  },
  removePermission: {
    kind: 'command',
    summary: 'Take a permission from a role, as it stands in its list.',
    http: { method: 'DELETE', path: '/rbac/roles/:role_id/permissions', status: 200 },
    access: manage,
    input: OfRole.extend({ permission: Permission }),
    output: RoleView,
    errors: { ...outranked, ...builtIn },
  },
  listPermissions: {
    kind: 'query',
    summary: 'Every permission that an operation asks for, from the contracts, and those defined here.',
    http: { method: 'GET', path: '/rbac/permissions' },
    access: read,
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(PermissionView) }),
  },
  definePermission: {
    kind: 'command',
    summary: 'Define a permission for programs beside the shop, which ask GET /rbac/users/{id}/roles.',
    http: { method: 'POST', path: '/rbac/permissions', status: 201 },
    access: manage,
    input: z.strictObject({
      name: Permission.refine((name) => !name.includes('*'), 'A wildcard is held, not defined.'),
      description: Text(300, 1),
    }),
    output: PermissionView,
    errors: {
      ACCESS_PERMISSION_EXISTS: { status: 409, message: 'A permission of this name exists.' },
    },
  },
  listRbacChanges: {
    kind: 'query',
    summary:
      'Who changed roles, permissions, policies, approvals and keys, with before and after, newest first.',
    http: { method: 'GET', path: '/rbac/audit-log' },
    access: { allow: ['staff'], permission: 'audit:read' },
    input: z.strictObject({ ...cursorFields }),
    output: CursorPage(
      z.strictObject({
        id: Id,
        action: z.string(),
        subject_type: z.string(),
        subject_id: z.string(),
        before: z.unknown(),
        after: z.unknown(),
        actor_kind: z.string(),
        actor_id: z.string().nullable(),
        ip: z.string().nullable(),
        occurred_at: Timestamp,
      }),
    ),
    errors: { ACCESS_BAD_CURSOR: { status: 400, message: 'This cursor is not valid.' } },
  },
} as const satisfies Readonly<Record<string, Operation>>
