import { listen, type ListenerTable } from '@rampart/platform/events/listener.ts'
import { customers } from '@rampart/contracts/customers.ts'
import type { NotificationsDeps } from './deps.ts'
import { oneLine } from './domain/mail.ts'
import { queueMessage } from './queue-message.ts'

/** What customers wanted to be told about products. */
export const wishListeners = (deps: NotificationsDeps): ListenerTable => [
  listen(
    customers,
    'customers.wish-back-in-stock.v1',
    queueMessage(deps, 'back-in-stock', ({ product_name, product_slug }) => ({
      product_name: oneLine(product_name),
      product_slug,
    })),
  ),
]
