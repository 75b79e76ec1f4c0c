import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { CursorPage, cursorFields, Id, Timestamp } from '@rampart/platform/contract/fields.ts'
import { auditCountOperations } from './audit/counts.ts'
import { exportOperation } from './personal-data.ts'

/** What one entry holds; the shape that `platform/events/audit-trail.ts` writes. */
const entryFields = {
  action: z.string(),
  subject_type: z.string(),
  subject_id: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  actor_kind: z.string(),
  actor_id: z.string().nullable(),
  actor_role: z.string().nullable(),
  caller: z.string(),
  request_id: z.string(),
  ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  occurred_at: Timestamp,
}

export const audit = defineContract({
  name: 'audit',
  operations: {
    listEntries: {
      kind: 'query',
      summary: 'The audit log, newest first.',
      http: { method: 'GET', path: '/audit' },
      access: { allow: ['staff'], permission: 'audit:read' },
      input: z.strictObject({
        ...cursorFields,
        action: z.string().max(100).optional(),
        subject_type: z.string().max(60).optional(),
        subject_id: z.string().max(100).optional(),
        actor_id: Id.optional(),
      }),
      output: CursorPage(z.strictObject({ id: Id, ...entryFields })),
      errors: { AUDIT_BAD_CURSOR: { status: 400, message: 'This cursor is not valid.' } },
    },
    ...auditCountOperations,
    ...exportOperation,
  },
  events: {
    'audit.entry-recorded.v1': z.strictObject(entryFields),
  },
})

export type Audit = typeof audit
