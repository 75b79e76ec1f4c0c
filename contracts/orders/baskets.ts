import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Timestamp } from '@rampart/platform/contract/fields.ts'

/** What was bought together, for what learns from it. */
export const basketOperations = {
  listPaidBaskets: {
    kind: 'query',
    summary: 'What was bought in orders that were paid and not cancelled, one page by the order’s id.',
    access: { modules: ['recommendations'] },
    input: z.strictObject({ after: Id.nullable(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      orders: z.array(
        z.strictObject({
          id: Id,
          customer_id: Id.nullable(),
          product_ids: z.array(Id),
          placed_at: Timestamp,
        }),
      ),
      /** `after` of the next page; null at the end. */
      next: Id.nullable(),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
