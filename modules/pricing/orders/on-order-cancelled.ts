import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { PricingDeps } from '../deps.ts'
import { releaseOrder } from './release-for-order.ts'

/** A cancelled order gives back its coupons and what gift cards have paid; checkout may have done so already. */
export const onOrderCancelled =
  (deps: PricingDeps): Listener<EventPayload<Orders, 'orders.order-cancelled.v1'>> =>
  async ({ payload }, { call, once, now }) => {
    await once((tx) => releaseOrder(deps, tx, call, payload.order_id, now()))
  }
