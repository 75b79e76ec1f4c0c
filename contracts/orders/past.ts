import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Currency, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { PastLine } from './past-lines.ts'

/** What another shop has sold, brought along as history. */
export const pastOperations = {
  listPastBaskets: {
    kind: 'query',
    summary: 'What was sold by the orders brought along from another shop, one page.',
    access: { modules: ['recommendations'] },
    input: z.strictObject({ after: z.string().max(600).nullable(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      orders: z.array(
        z.strictObject({
          id: z.string(),
          /** Whoever bought it, as the other shop called them; null where it did not know. */
          buyer: z.string().nullable(),
          bought_at: Timestamp,
          skus: z.array(z.string()),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  importPastLines: {
    kind: 'command',
    summary:
      'Bring along lines of orders from another shop, as history that touches no stock, payment or mail. The same line again changes nothing.',
    access: { modules: ['cli'] },
    input: z.strictObject({
      source: Text(80, 1),
      currency: Currency,
      lines: z.array(PastLine).max(10_000),
    }),
    output: z.strictObject({ added: z.int() }),
  },
} as const satisfies Record<string, Operation>
