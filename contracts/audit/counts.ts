import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'

/** How often things happen; numbers alone. */
export const auditCountOperations = {
  countActions: {
    kind: 'query',
    summary: 'How often each of some actions was recorded, by spans of 24 hours back from now.',
    access: { modules: ['monitoring'] },
    input: z.strictObject({
      actions: z.array(z.string().max(100)).min(1).max(20),
      days: z.int().min(1).max(31),
    }),
    output: z.strictObject({
      /** One for each action asked for; `per_day` has one number a day, the last 24 hours in front. */
      items: z.array(z.strictObject({ action: z.string(), per_day: z.array(z.int()) })),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
