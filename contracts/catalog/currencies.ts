import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Currency } from '@rampart/platform/contract/fields.ts'

/** What the shop sells in. */
export const currencyOperations = {
  listCurrencies: {
    kind: 'query',
    summary: 'The currencies that the shop sells in, its own first: every article has a price in that one.',
    http: { method: 'GET', path: '/currencies' },
    access: { allow: ['anyone'] },
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          code: Currency,
          /** How many decimals its amounts have. */
          digits: z.int(),
        }),
      ),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
