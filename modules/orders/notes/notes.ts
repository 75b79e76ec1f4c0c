import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { OrdersDeps } from '../deps.ts'
import { everyOrder } from '../owner.ts'
import { findOrder } from '../store/find-order.ts'
import { insertNote, notesOf } from './store-notes.ts'

/** What staff have noted about an order. */
export const listNotes =
  (deps: OrdersDeps): Handler<Orders, 'listNotes'> =>
  async ({ order_id }, context) => {
    if ((await findOrder(deps.db, order_id, everyOrder)) === null) throw context.fail('NOT_FOUND')
    return { items: await notesOf(deps.db, order_id) }
  }

/** Notes something about an order. The log of audits tells that, and not what: the note may name people. */
export const addNote =
  (deps: OrdersDeps): Handler<Orders, 'addNote'> =>
  async ({ order_id, body }, context) => {
    const { principal } = context
    if (principal.kind !== 'staff') throw context.fail('FORBIDDEN')
    return deps.db.tx(async (tx) => {
      const note = await insertNote(tx, {
        ...{ id: newId(), order_id, body, author_id: principal.id, author_role: principal.role },
        now: context.now(),
      })
      if (note === 'unknown') throw context.fail('NOT_FOUND')
      if (note === 'full') throw context.fail('ORDERS_TOO_MANY_NOTES')
      await deps.audit.record(tx, context, {
        action: 'orders.note-added',
        subject_type: 'order',
        subject_id: order_id,
        after: { note_id: note.id },
      })
      return note
    })
  }
