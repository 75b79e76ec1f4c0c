import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { sourcesOf } from './domain/states.ts'
import { everyOrder } from './owner.ts'
import { changeStatus, statusOf } from './store/change-status.ts'

/** Takes in an order that is paid when it arrives, once. Answers where it stands afterwards. */
export const acceptOrder =
  (deps: OrdersDeps): Handler<Orders, 'acceptOrder'> =>
  async ({ order_id }, context) =>
    deps.db.tx(async (tx) => {
      const changed = await changeStatus(tx, {
        id: order_id,
        owner: everyOrder,
        from: sourcesOf('processing', 'checkout'),
        to: 'processing',
        note: null,
        actorId: null,
      })
      if (changed === null) return { status: await statusOf(tx, order_id) }
      await deps.outbox.add(tx, 'orders.order-accepted.v1', { order_id }, { key: order_id })
      await deps.audit.record(tx, context, {
        action: 'orders.accepted',
        subject_type: 'order',
        subject_id: order_id,
        before: { status: changed.before },
        after: { status: 'processing' },
      })
      return { status: 'processing' }
    })
