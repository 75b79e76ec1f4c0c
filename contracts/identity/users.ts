import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Page, pageFields, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Email } from '../shared-fields.ts'
import { Language, NewPassword, Role, Token, tokenInvalid, weakPassword } from './schemas.ts'
import { Session } from './sessions.ts'

const Status = z.enum(['active', 'locked', 'password_disabled', 'invited'])
const StaffRole = Role.exclude(['customer'])

const User = z.strictObject({
  id: Id,
  email: z.string(),
  full_name: z.string(),
  username: z.string().nullable(),
  role: Role,
  status: Status,
  second_factor: z.boolean(),
  created_at: Timestamp,
  last_seen_at: Timestamp.nullable(),
})

const UserDetail = User.extend({
  language: Language,
  avatar_url: z.string().nullable(),
  lock: z.strictObject({ locked_at: Timestamp, locked_by: Id.nullable(), reason: z.string() }).nullable(),
  password: z.strictObject({ changed_at: Timestamp, disabled_at: Timestamp.nullable() }).nullable(),
  factors: z.strictObject({ totp: z.boolean(), backup_codes: z.int(), passkeys: z.int() }),
  remembered_devices: z.int(),
  sessions: z.array(Session),
  role_request: z.strictObject({ id: Id, role: Role, requested_at: Timestamp }).nullable(),
})

const RoleRequest = z.strictObject({
  id: Id,
  account_id: Id,
  email: z.string(),
  full_name: z.string(),
  role: Role,
  requested_at: Timestamp,
  decided_at: Timestamp.nullable(),
  decided_by: Id.nullable(),
  approved: z.boolean().nullable(),
})

const outranked = {
  IDENTITY_OUTRANKED: { status: 403, message: 'Only somebody of a higher role can do this to them.' },
  IDENTITY_NOT_ONESELF: { status: 409, message: 'Nobody does this to their own account.' },
} as const

const lastOwner = {
  IDENTITY_LAST_OWNER: {
    status: 409,
    message: 'The shop would be left without anybody who may do everything.',
  },
} as const

const read = { allow: ['staff'], permission: 'identity:read' } as const
const manage = { allow: ['staff'], permission: 'identity:manage', fresh: true } as const

const OfUser = z.strictObject({ user_id: Id })

/** What staff see and do of other people's accounts. */
export const userOperations = {
  listUsers: {
    kind: 'query',
    summary: 'Accounts, newest first.',
    http: { method: 'GET', path: '/auth/users' },
    access: read,
    input: z.strictObject({
      ...pageFields,
      q: z.string().trim().max(100).optional(),
      role: Role.optional(),
      side: z.enum(['shop', 'staff']).optional(),
      status: Status.optional(),
    }),
    output: Page(User),
  },
  getUser: {
    kind: 'query',
    summary: 'One account with its sessions, factors and state.',
    http: { method: 'GET', path: '/auth/users/:user_id' },
    access: read,
    input: OfUser,
    output: UserDetail,
  },
  lockUser: {
    kind: 'command',
    summary: 'Lock an account: nobody gets in with it any more, and all its sessions end.',
    http: { method: 'POST', path: '/auth/users/:user_id/lock' },
    access: manage,
    input: OfUser.extend({ reason: Text(300, 1) }),
    output: UserDetail,
    errors: { ...outranked, ...lastOwner },
  },
  unlockUser: {
    kind: 'command',
    summary: 'Unlock an account, and let its password count again.',
    http: { method: 'POST', path: '/auth/users/:user_id/unlock' },
    access: manage,
    input: OfUser,
    output: UserDetail,
    errors: outranked,
  },
  forcePasswordReset: {
    kind: 'command',
    summary: 'End all sessions, disable the password and mail a code to set a new one.',
    http: { method: 'POST', path: '/auth/users/:user_id/force-reset' },
    access: manage,
    input: OfUser,
    output: UserDetail,
    errors: outranked,
  },
  endUserSessions: {
    kind: 'command',
    summary: 'End all sessions of an account.',
    http: { method: 'POST', path: '/auth/users/:user_id/end-sessions' },
    access: manage,
    input: OfUser,
    output: UserDetail,
    errors: outranked,
  },
  inviteStaff: {
    kind: 'command',
    summary: 'Make a staff account without a password; its owner is mailed a one-time link to choose one.',
    http: { method: 'POST', path: '/auth/users', status: 201 },
    access: { ...manage, facts: { granted_role: 'role' } },
    input: z.strictObject({
      email: Email,
      full_name: Text(120, 1),
      role: StaffRole,
      language: Language.optional(),
    }),
    output: UserDetail,
    errors: {
      ...outranked,
      IDENTITY_EMAIL_TAKEN: { status: 409, message: 'An account with this e-mail address exists.' },
    },
  },
  resendInvitation: {
    kind: 'command',
    summary: 'Mail a fresh link to somebody who was invited; the one before stops working.',
    http: { method: 'POST', path: '/auth/users/:user_id/resend-invitation', status: 204 },
    access: manage,
    input: OfUser,
    output: Nothing,
    errors: {
      ...outranked,
      IDENTITY_NOT_INVITED: { status: 409, message: 'This account is not waiting for its owner.' },
    },
  },
  acceptInvitation: {
    kind: 'command',
    summary: 'Choose the password of a staff account with the one-time link of its invitation.',
    http: { method: 'POST', path: '/auth/staff/enrol', body: 'form' },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'sign-in',
    idempotency: 'none',
    input: z.strictObject({ token: Token, password: NewPassword }),
    output: z.strictObject({ status: z.literal('ready'), email: z.string() }),
    errors: { ...tokenInvalid, ...weakPassword },
  },
  assignRole: {
    kind: 'command',
    summary: 'Give an account another role. Takes effect at once; changing sides ends its sessions.',
    http: { method: 'POST', path: '/auth/assign-roles' },
    access: { ...manage, facts: { granted_role: 'role' } },
    input: z.strictObject({ user_id: Id, role: Role }),
    output: UserDetail,
    errors: { ...outranked, ...lastOwner },
  },
  listRoleRequests: {
    kind: 'query',
    summary: 'Requests for a role: those that wait, oldest first, or those decided, newest first.',
    http: { method: 'GET', path: '/auth/role-requests' },
    access: read,
    input: z.strictObject({ ...pageFields, state: z.enum(['waiting', 'decided']).default('waiting') }),
    output: Page(RoleRequest),
  },
  decideRoleRequest: {
    kind: 'command',
    summary: 'Approve or refuse a request for a role.',
    http: { method: 'POST', path: '/auth/role-requests/:request_id/decide' },
    access: manage,
    input: z.strictObject({ request_id: Id, approved: z.boolean() }),
    output: RoleRequest,
    errors: {
      ...outranked,
      IDENTITY_ALREADY_DECIDED: { status: 409, message: 'Somebody has decided on this request already.' },
    },
  },
} as const satisfies Readonly<Record<string, Operation>>
