import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { CursorPage, cursorFields, Id, Timestamp } from '@rampart/platform/contract/fields.ts'

export const notifications = defineContract({
  name: 'notifications',
  operations: {
    listMessages: {
      kind: 'query',
      summary: 'Mails that were sent or wait to be sent, newest first. Their text is not kept.',
      http: { method: 'GET', path: '/notifications/messages' },
      access: { allow: ['staff'], permission: 'notifications:read' },
      input: z.strictObject({ ...cursorFields, order_id: Id.optional() }),
      output: CursorPage(
        z.strictObject({
          id: Id,
          template: z.string(),
          recipient: z.string(),
          subject: z.string(),
          order_id: Id.nullable(),
          status: z.enum(['waiting', 'sent', 'failed']),
          attempts: z.int(),
          created_at: Timestamp,
          sent_at: Timestamp.nullable(),
        }),
      ),
      errors: { NOTIFICATIONS_BAD_CURSOR: { status: 400, message: 'This cursor is not valid.' } },
    },
  },
})

export type Notifications = typeof notifications
