import { listen, type ListenerTable } from '@rampart/platform/events/listener.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import type { NotificationsDeps } from './deps.ts'
import { queueMessage } from './queue-message.ts'
import { onReturnChanged } from './on-return-changed.ts'

/** What happened to orders, and the mails that tell of it. */
export const orderListeners = (deps: NotificationsDeps): ListenerTable => [
  listen(orders, 'orders.order-paid.v1', queueMessage(deps, 'order-confirmation')),
  listen(orders, 'orders.order-accepted.v1', queueMessage(deps, 'order-confirmation')),
  listen(orders, 'orders.order-shipped.v1', queueMessage(deps, 'order-shipped')),
  listen(
    orders,
    'orders.shipment-sent.v1',
    queueMessage(deps, 'order-shipped', ({ shipment_id }) => ({ shipment_id })),
  ),
  listen(
    orders,
    'orders.order-cancelled.v1',
    queueMessage(deps, 'order-cancelled', ({ reason, was_paid }) => ({ reason, was_paid })),
  ),
  listen(orders, 'orders.return-changed.v1', onReturnChanged(deps)),
  listen(
    payments,
    'payments.payment-refunded.v1',
    queueMessage(deps, 'order-refunded', ({ amount_minor, currency, full }) => ({
      amount_minor,
      currency,
      full,
    })),
  ),
]
