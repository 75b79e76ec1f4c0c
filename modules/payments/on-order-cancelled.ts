import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import { closeAtProvider } from './cancel-payment.ts'
import type { PaymentsDeps } from './deps.ts'
import type { PaymentProvider } from './provider.ts'
import { refundCancelled } from './refund-cancelled-order.ts'

/**
 * An order was cancelled: its open payment is closed, and what was captured is paid back. Both steps are harmless
 * when repeated, so the event is only marked as handled after them.
 */
export const onOrderCancelled =
  (
    deps: PaymentsDeps,
    providers: ReadonlyMap<string, PaymentProvider>,
  ): Listener<EventPayload<Orders, 'orders.order-cancelled.v1'>> =>
  async ({ payload }, { call, once }) => {
    const payment = await closeAtProvider(deps, providers, call, payload.order_id)
    if (payment !== null) await refundCancelled(deps, providers, call, payment)
    await once(() => Promise.resolve())
  }
