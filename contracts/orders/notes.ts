import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Text, Timestamp } from '@rampart/platform/contract/fields.ts'

const StaffNote = z.strictObject({
  id: Id,
  body: z.string(),
  author_id: Id,
  author_role: z.string(),
  created_at: Timestamp,
})

/** What staff tell each other about an order. */
export const noteOperations = {
  listNotes: {
    kind: 'query',
    summary: 'What staff have noted about an order, oldest first. Its buyer never sees it.',
    http: { method: 'GET', path: '/orders/:order_id/notes' },
    access: { allow: ['staff'], permission: 'orders:read' },
    input: z.strictObject({ order_id: Id }),
    output: z.strictObject({ items: z.array(StaffNote) }),
  },
  addNote: {
    kind: 'command',
    summary: 'Note something about an order for other staff.',
    http: { method: 'POST', path: '/orders/:order_id/notes', status: 201 },
    access: { allow: ['staff'], permission: 'orders:write' },
    input: z.strictObject({ order_id: Id, body: Text(2_000, 1) }),
    output: StaffNote,
    errors: {
      ORDERS_TOO_MANY_NOTES: { status: 409, message: 'An order can have 500 notes.' },
    },
  },
} as const satisfies Record<string, Operation>
