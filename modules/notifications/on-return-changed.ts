import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { NotificationsDeps } from './deps.ts'
import { queueMessage } from './queue-message.ts'

type Changed = EventPayload<Orders, 'orders.return-changed.v1'>

/** A mail for each step of a return; that it was paid back is said by the mail about the refund. */
export function onReturnChanged(deps: NotificationsDeps): Listener<Changed> {
  const tell = queueMessage<Changed>(deps, 'order-return', ({ return_id, number, status, note }) => ({
    ...{ return_id, number, status, note },
  }))
  return (event, context) =>
    event.payload.status === 'refunded' ? context.once(() => Promise.resolve()) : tell(event, context)
}
