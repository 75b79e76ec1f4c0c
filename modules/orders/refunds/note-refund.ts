import type { Payments } from '@rampart/contracts/payments.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { OrdersDeps } from '../deps.ts'
import { everyOrder } from '../owner.ts'
import { announceReturn } from '../returns/announce-return.ts'
import { returnSources } from '../returns/domain/states.ts'
import { changeReturn } from '../returns/store/change-return.ts'
import { findReturn } from '../returns/store/return-row.ts'

type Refunded = EventPayload<Payments, 'payments.payment-refunded.v1'>

/** Keeps with the order what was paid back and of which lines, and ends the return that was paid by it. */
export async function noteRefund(
  deps: OrdersDeps,
  tx: Tx,
  refund: Refunded,
  call: CallContext,
  now: Date,
): Promise<void> {
  const lines = (refund.lines ?? []).map(({ line_id, quantity, amount_minor }) => ({
    ...{ line_id, quantity, amount_minor },
  }))
  await tx.run(sql`
    INSERT INTO orders.refunds (id, order_id, amount_minor, shipping_minor, lines, return_id, occurred_at)
    SELECT ${refund.refund_id}, o.id, ${refund.amount_minor}, ${refund.shipping_minor ?? 0},
      ${JSON.stringify(lines)}::jsonb, ${refund.return_id ?? null}, ${now}
    FROM orders.orders o WHERE o.id = ${refund.order_id}
    ON CONFLICT (id) DO NOTHING`)
  if (refund.return_id === undefined) return
  const id = refund.return_id
  const from = returnSources('refunded', 'payments')
  const before = await changeReturn(tx, { id, from, to: 'refunded', note: null, actor_id: null, now })
  const row = before === null ? null : await findReturn(tx, id, everyOrder)
  if (row === null) return
  await announceReturn(deps, tx, row, null)
  await deps.audit.record(tx, call, {
    action: 'orders.return-refunded',
    subject_type: 'return',
    subject_id: id,
    before: { status: before },
    after: { status: 'refunded', order_id: row.order_id, number: row.number, refund_id: refund.refund_id },
  })
}
