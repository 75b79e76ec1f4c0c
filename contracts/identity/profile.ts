import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Text } from '@rampart/platform/contract/fields.ts'
import { Me } from './schemas.ts'

/** What people see and change of their own account. */
export const profileOperations = {
  getMe: {
    kind: 'query',
    summary: 'Who is signed in.',
    http: { method: 'GET', path: '/auth/me' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol', scope: 'shop:read' },
    input: z.strictObject({}),
    output: Me,
  },
  updateMe: {
    kind: 'command',
    summary: 'Change the name on the account.',
    http: { method: 'PATCH', path: '/auth/me' },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({ full_name: Text(120, 1) }),
    output: Me,
  },
} as const satisfies Readonly<Record<string, Operation>>
