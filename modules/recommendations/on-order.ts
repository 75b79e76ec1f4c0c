import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { RecommendationsDeps } from './deps.ts'
import { deleteBasket, forgetBuyer, insertBaskets } from './store/baskets.ts'

/** Keeps what was bought once it is paid, or sent to be paid at the door. An order that was cancelled in the meantime is left out. */
export const onOrderPaid =
  (deps: RecommendationsDeps): Listener<EventPayload<Orders, 'orders.order-paid.v1'>> =>
  async ({ payload }, { call, once }) => {
    const order = await deps.clients.orders.getPlacedOrder(call, { order_id: payload.order_id })
    if (order === null || order.status === 'cancelled' || order.status === 'pending_payment') return
    await once((tx) =>
      insertBaskets(tx, [
        {
          order_id: order.id,
          customer_id: order.customer_id,
          product_ids: [...new Set(order.items.map(({ product_id }) => product_id))],
          bought_at: order.placed_at,
        },
      ]),
    )
  }

/** An order that was cancelled says nothing about what is wanted. */
export const onOrderCancelled =
  (_deps: RecommendationsDeps): Listener<EventPayload<Orders, 'orders.order-cancelled.v1'>> =>
  async ({ payload }, { once }) => {
    await once((tx) => deleteBasket(tx, payload.order_id))
  }

/** What was bought stays, without whose it was. */
export const onBuyerErased =
  (_deps: RecommendationsDeps): Listener<EventPayload<Orders, 'orders.buyer-erased.v1'>> =>
  async ({ payload }, { once }) => {
    await once((tx) => forgetBuyer(tx, payload.order_id))
  }
