import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Timestamp } from '@rampart/platform/contract/fields.ts'
import { outranked, RoleName } from './schemas.ts'

const OfUser = z.strictObject({ user_id: Id })

/** What somebody may do, all roles together. */
const Standing = z.strictObject({
  user_id: Id,
  /** The role of the account itself: it decides at which door it signs in. See POST /auth/assign-roles. */
  base_role: z.string(),
  /** Roles beside it. */
  roles: z.array(
    z.strictObject({
      role_id: Id,
      name: z.string(),
      title: z.string(),
      priority: z.int(),
      granted_by: Id.nullable(),
      granted_at: Timestamp,
      expires_at: Timestamp.nullable(),
    }),
  ),
  priority: z.int(),
  permissions: z.array(z.string()),
})

const refused = {
  ...outranked,
  ACCESS_NOT_ONESELF: { status: 409, message: 'Nobody changes their own roles.' },
  ACCESS_NOT_STAFF: { status: 409, message: 'Customers have no roles beside their own.' },
  ACCESS_NO_SUCH_ROLE: { status: 404, message: 'There is no such role.' },
} as const

/** Roles that people have beside the one of their account. */
export const assignmentOperations = {
  getUserRoles: {
    kind: 'query',
    summary: 'The roles of somebody of the staff, and what they may do by all of them together.',
    http: { method: 'GET', path: '/rbac/users/:user_id/roles' },
    access: { allow: ['staff'], permission: 'access:read' },
    input: OfUser,
    output: Standing,
  },
  grantRole: {
    kind: 'command',
    summary: 'Give somebody of the staff a role beside their own, until further notice or a moment.',
    http: { method: 'POST', path: '/rbac/users/:user_id/roles', status: 201 },
    access: { allow: ['staff'], permission: 'access:grant', fresh: true, facts: { granted_role: 'role' } },
    input: OfUser.extend({ role: RoleName, expires_at: Timestamp.optional() }),
    output: Standing,
    errors: {
      ...refused,
      ACCESS_ROLE_OF_ACCOUNTS: {
        status: 409,
        message: 'This is a role of the account itself. See POST /auth/assign-roles.',
      },
      ACCESS_EXPIRES_IN_PAST: { status: 400, message: 'Choose a moment in the future.' },
    },
  },
  revokeRole: {
    kind: 'command',
    summary: 'Take a role from somebody. Acts on their next request.',
    http: { method: 'DELETE', path: '/rbac/users/:user_id/roles', status: 200 },
    access: { allow: ['staff'], permission: 'access:grant', fresh: true },
    input: OfUser.extend({ role: RoleName }),
    output: Standing,
    errors: refused,
  },
} as const satisfies Readonly<Record<string, Operation>>
