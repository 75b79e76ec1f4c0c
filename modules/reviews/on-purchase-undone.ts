import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { ReviewsDeps } from './deps.ts'
import { findBadges, takeBadges } from './store/badges.ts'

/** Takes the badge off reviews whose author has given the product back, unless another order of theirs holds it. */
export const onPurchaseUndone =
  (deps: ReviewsDeps): Listener<EventPayload<Orders, 'orders.purchase-undone.v1'>> =>
  async ({ payload: { account_id, product_ids } }, { call, once }) => {
    const gone: string[] = []
    for (const product_id of await findBadges(deps.db, account_id, product_ids)) {
      const { bought } = await deps.clients.orders.hasBought(call, { customer_id: account_id, product_id })
      if (!bought) gone.push(product_id)
    }
    await once((tx) => takeBadges(tx, account_id, gone))
  }
