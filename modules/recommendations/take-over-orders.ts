import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { RecommendationsDeps } from './deps.ts'
import { insertBaskets } from './store/baskets.ts'

const PAGE = 200

/** Takes over, once, the orders that the shop had before it knew of recommendations; later ones come by their events. */
export async function takeOverOrders(deps: RecommendationsDeps, call: CallContext, now: Date): Promise<void> {
  const done = await deps.db.maybe(sql`SELECT done_at FROM recommendations.taken_over`)
  if (done !== null) return
  let after: string | null = null
  do {
    const page: {
      orders: { id: string; customer_id: string | null; product_ids: string[]; placed_at: string }[]
      next: string | null
    } = await deps.clients.orders.listPaidBaskets(call, { after, limit: PAGE })
    const baskets = page.orders.map(({ id, customer_id, product_ids, placed_at }) => ({
      order_id: id,
      customer_id,
      product_ids,
      bought_at: placed_at,
    }))
    await deps.db.tx((tx) => insertBaskets(tx, baskets))
    after = page.next
  } while (after !== null)
  await deps.db.tx((tx) =>
    tx.run(
      sql`INSERT INTO recommendations.taken_over (done_at) VALUES (${now}) ON CONFLICT (one) DO NOTHING`,
    ),
  )
}
