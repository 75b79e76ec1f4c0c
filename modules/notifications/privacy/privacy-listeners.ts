import { listen, type ListenerTable } from '@rampart/platform/events/listener.ts'
import { customers } from '@rampart/contracts/customers.ts'
import { orders } from '@rampart/contracts/orders.ts'
import type { NotificationsDeps } from '../deps.ts'
import { queueMessage } from '../queue-message.ts'
import { forgetRecipientOf } from '../store/person.ts'

/** What customers asked for about their data, and buyers who left. */
export const privacyListeners = (deps: NotificationsDeps): ListenerTable => [
  listen(customers, 'customers.export-ready.v1', queueMessage(deps, 'export-ready')),
  listen(orders, 'orders.buyer-erased.v1', async ({ payload }, { once }) => {
    await once((tx) => forgetRecipientOf(tx, payload.order_id))
  }),
]
