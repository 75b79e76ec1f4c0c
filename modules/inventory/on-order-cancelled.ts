import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { InventoryDeps } from './deps.ts'
import { releaseOrder } from './release-order.ts'

/** A cancelled order gives its stock back; checkout may have done so already. */
export const onOrderCancelled =
  (deps: InventoryDeps): Listener<EventPayload<Orders, 'orders.order-cancelled.v1'>> =>
  async (event, context) => {
    await context.once((tx) => releaseOrder(deps, tx, event.payload.order_id, context.now()))
  }
