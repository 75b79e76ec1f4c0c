import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { OrdersDeps } from '../deps.ts'
import { eraseBuyers } from '../store/erase-buyer.ts'

const BATCH = 200

/** Forgets the buyers of all settled orders that are to be forgotten, and tells those who know them by the order. */
export async function eraseSettled(deps: OrdersDeps, call: CallContext, now: () => Date): Promise<void> {
  for (;;) {
    const erased = await deps.db.tx(async (tx) => {
      const ids = await eraseBuyers(tx, now(), BATCH)
      for (const id of ids) {
        await deps.outbox.add(tx, 'orders.buyer-erased.v1', { order_id: id }, { key: id })
        await deps.audit.record(tx, call, {
          action: 'orders.buyer_erased',
          subject_type: 'order',
          subject_id: id,
        })
      }
      return ids.length
    })
    if (erased < BATCH) return
  }
}
