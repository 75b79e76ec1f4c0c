import type { Tx } from '@rampart/platform/db/db.ts'
import type { OrdersDeps } from '../deps.ts'
import { shippableStatuses } from '../domain/fulfilment.ts'
import { allotPieces, insertShipments, lockOrder, moveShipments, type Tracking } from '../store/shipments.ts'
import { tellSent } from './after-move.ts'

/**
 * Sends all that has not left yet, packed or not, or marks all that is on its way as delivered. The step of the order
 * itself is its caller's; where that is not allowed, the caller undoes this too.
 */
export async function moveRest(
  deps: OrdersDeps,
  tx: Tx,
  orderId: string,
  to: 'shipped' | 'delivered',
  tracking: Tracking,
): Promise<void> {
  const status = await lockOrder(tx, orderId, null)
  if (to === 'delivered') {
    if (status === 'shipped') await moveShipments(tx, orderId, { ids: null, seller: null, to })
    return
  }
  if (status === null || !shippableStatuses.includes(status)) return
  const left = await allotPieces(tx, orderId, null, null)
  if (left !== null) await insertShipments(tx, orderId, left, {})
  const sent = await moveShipments(tx, orderId, { ids: null, seller: null, to }, tracking)
  await tellSent(deps, tx, orderId, sent)
}
