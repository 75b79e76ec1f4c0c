import { z } from 'zod'
import type { Contract } from '@rampart/platform/contract/define-contract.ts'
import { Id, MoneyOut, Page, pageFields, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { PaymentStatus } from '../orders.ts'
import { PaymentMethod } from './payment-method.ts'

/** One side of a booking. */
export const LedgerEntry = z.strictObject({
  account: z.string(),
  debit: MoneyOut,
  credit: MoneyOut,
  description: z.string(),
  occurred_at: Timestamp,
})

/** Something that a provider's books and ours say differently, or that a buyer contests. */
const Finding = z.strictObject({
  id: Id,
  provider: z.string(),
  reference: z.string(),
  kind: z.enum(['captured_there', 'amount_differs', 'unknown_here', 'not_captured_there', 'disputed']),
  order_id: Id.nullable(),
  there: MoneyOut.nullable(),
  here: MoneyOut.nullable(),
  found_at: Timestamp,
  settled_at: Timestamp.nullable(),
  note: z.string().nullable(),
})

/** The books about money, and what is found in them: operations of the contract `payments`. */
export const bookOperations = {
  listLedger: {
    kind: 'query',
    summary: 'The money of each order, the newest first, with the entries that explain it.',
    http: { method: 'GET', path: '/payments/ledger' },
    access: { allow: ['staff'], permission: 'payments:read' },
    input: z.strictObject({
      ...pageFields,
      provider: PaymentMethod.optional(),
      /** Only where money was captured. */
      moved: z.enum(['true', 'false']).optional(),
    }),
    output: Page(
      z.strictObject({
        payment_id: Id,
        order_id: Id,
        provider: z.string(),
        provider_reference: z.string(),
        status: PaymentStatus,
        amount: MoneyOut,
        captured: MoneyOut,
        refunded: MoneyOut,
        /** What the provider kept; null: not known. */
        fee: MoneyOut.nullable(),
        /** What is left of the capture; below zero where more was kept than that. */
        kept: MoneyOut,
        balanced: z.boolean(),
        entries: z.array(LedgerEntry),
        created_at: Timestamp,
      }),
    ),
  },
  listFindings: {
    kind: 'query',
    summary: 'What providers’ books and ours say differently, the open ones first.',
    http: { method: 'GET', path: '/payments/findings' },
    access: { allow: ['staff'], permission: 'payments:read' },
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(Finding),
      compared: z.array(
        z.strictObject({
          provider: z.string(),
          compared_at: Timestamp,
          payments: z.int(),
          failed: z.boolean(),
        }),
      ),
    }),
  },
  settleFinding: {
    kind: 'command',
    summary: 'Say what came of a finding. No money moves by that.',
    http: { method: 'POST', path: '/payments/findings/:finding_id/settle' },
    access: { allow: ['staff'], permission: 'payments:record' },
    input: z.strictObject({ finding_id: Id, note: Text(500, 1) }),
    output: Finding,
  },
} as const satisfies Contract['operations']
