import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Payments } from '@rampart/contracts/payments.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { OrdersDeps } from './deps.ts'
import { noteRefund } from './refunds/note-refund.ts'
import { issueDue } from './documents/issue-due.ts'
import { noteDue } from './store/documents.ts'
import { undoPurchase } from './undo-purchase.ts'

/** Notes on the order how much of it has been paid back. The sum only grows, so an older event does no harm. */
export const onPaymentRefunded =
  (deps: OrdersDeps): Listener<EventPayload<Payments, 'payments.payment-refunded.v1'>> =>
  async ({ payload }, { call, now, once }) => {
    await once(async (tx) => {
      await tx.run(sql`
        UPDATE orders.orders
        SET refunded_minor = ${payload.refunded_minor}, updated_at = now(),
          payment_status = ${payload.full ? 'refunded' : 'partially_refunded'}
        WHERE id = ${payload.order_id} AND refunded_minor < ${payload.refunded_minor}`)
      await noteRefund(deps, tx, payload, call, now())
      await noteDue(tx, payload.order_id, 'credit_note', payload.refunded_minor)
      await issueDue(deps, tx, call, payload.order_id)
      if (payload.full) await undoPurchase(deps, tx, payload.order_id)
    })
  }
