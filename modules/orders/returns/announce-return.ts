import type { Tx } from '@rampart/platform/db/db.ts'
import type { OrdersDeps } from '../deps.ts'
import type { ReturnRow } from './store/return-row.ts'

/** Tells that a return has come one step further, with the shop's word to the buyer. */
export async function announceReturn(
  deps: OrdersDeps,
  tx: Tx,
  { id, order_id, number, status }: ReturnRow,
  note: string | null,
): Promise<void> {
  await deps.outbox.add(
    tx,
    'orders.return-changed.v1',
    { order_id, return_id: id, number, status, note },
    { key: order_id },
  )
}
