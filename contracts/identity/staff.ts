import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id } from '@rampart/platform/contract/fields.ts'
import { Role } from './schemas.ts'

/** Who works here. */
export const staffOperations = {
  findStaff: {
    kind: 'query',
    summary:
      'Those of the staff who can act, with the role of their account: not locked, and with a second factor.',
    access: { modules: ['access'] },
    /** Everybody unless some are asked for. */
    input: z.strictObject({ account_ids: z.array(Id).max(500).optional() }),
    output: z.strictObject({ items: z.array(z.strictObject({ account_id: Id, role: Role })) }),
  },
} as const satisfies Readonly<Record<string, Operation>>
