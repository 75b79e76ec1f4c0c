import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing } from '@rampart/platform/contract/fields.ts'
import { Role } from './schemas.ts'

/** What roles beside those of accounts have to know and to say. */
export const standingOperations = {
  getBaseRoles: {
    kind: 'query',
    summary: 'The roles of accounts, whatever their state; unknown ids are left out.',
    access: { modules: ['access'] },
    input: z.strictObject({ account_ids: z.array(Id).max(500) }),
    output: z.strictObject({
      items: z.array(z.strictObject({ account_id: Id, role: Role, locked: z.boolean() })),
    }),
  },
  setExtraPriority: {
    kind: 'command',
    summary: 'Say how high people stand by roles beside those of their accounts.',
    access: { modules: ['access'] },
    input: z.strictObject({
      items: z.array(z.strictObject({ account_id: Id, priority: z.int().min(0).max(99) })).max(500),
      /** Never to make it less: somebody is about to get a role. */
      at_least: z.boolean(),
    }),
    output: Nothing,
  },
} as const satisfies Readonly<Record<string, Operation>>
