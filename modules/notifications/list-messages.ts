import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Notifications } from '@rampart/contracts/notifications.ts'
import type { NotificationsDeps } from './deps.ts'
import { listMessageRows } from './store/messages.ts'

const CURSOR = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Mails, newest first. A cursor is the id of the last one seen. */
export const listMessages =
  (deps: NotificationsDeps): Handler<Notifications, 'listMessages'> =>
  async (input, context) => {
    if (input.cursor !== undefined && !CURSOR.test(input.cursor))
      throw context.fail('NOTIFICATIONS_BAD_CURSOR')
    const filter = { order_id: input.order_id ?? null, before: input.cursor ?? null }
    // One more than asked for tells whether there is a next stretch.
    const rows = await listMessageRows(deps.db, filter, input.limit + 1)
    const items = rows.slice(0, input.limit).map((row) => ({
      ...row,
      status: row.status === 'sent' || row.status === 'failed' ? row.status : ('waiting' as const),
    }))
    return { items, next_cursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null }
  }
