import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { CheckoutDeps } from './deps.ts'
import { forgetBuyerOf } from './store/forget-buyer.ts'

/** The buyer of an order has left the shop: the plan of the purchase forgets them too. */
export const onBuyerErased =
  (_deps: CheckoutDeps): Listener<EventPayload<Orders, 'orders.buyer-erased.v1'>> =>
  async ({ payload }, { once, now }) => {
    await once((tx) => forgetBuyerOf(tx, payload.order_id, now()))
  }
