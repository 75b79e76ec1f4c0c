import { listen, type ListenerTable } from '@rampart/platform/events/listener.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import type { NotificationsDeps } from './deps.ts'
import { oneLine } from './domain/mail.ts'
import { queueMessage } from './queue-message.ts'

/** What whoever keeps stock is told about it. */
export const stockListeners = (deps: NotificationsDeps): ListenerTable => [
  listen(
    inventory,
    'inventory.low-stock-reported.v1',
    queueMessage(deps, 'low-stock', ({ items, total }) => ({
      articles: items.map(({ product_name, sku, available }) => ({
        name: oneLine([product_name, sku].filter((part) => part !== null).join(', ')),
        available,
      })),
      total,
    })),
  ),
]
