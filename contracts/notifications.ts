import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { CursorPage, cursorFields, Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Language } from './identity/schemas.ts'
import { erasureOperation, exportOperation } from './personal-data.ts'

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
    sendFarewell: {
      kind: 'command',
      summary: 'Write to somebody whose account is gone, once for each erasure.',
      access: { modules: ['customers'] },
      input: z.strictObject({
        erasure_id: Id,
        account_id: Id,
        email: z.string().max(254),
        language: Language,
      }),
      output: Nothing,
    },
    ...exportOperation,
    ...erasureOperation,
  },
})

export type Notifications = typeof notifications
