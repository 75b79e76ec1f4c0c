import { z } from 'zod'
import { Id, Timestamp } from '@rampart/platform/contract/fields.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { CustomersDeps } from '../deps.ts'
import { type Arrival, awaitedProducts, takeNotices } from '../store/notices.ts'
import { type Card, findCards } from './wish-view.ts'

/** The job that tells those who wait. */
export const TELL_JOB = 'tell-back-in-stock'

/** Customers in one transaction at most: a thing that thousands wait for holds nothing up. */
const AT_ONCE = 200

const PRODUCTS_AT_ONCE = 100

const Payload = z.strictObject({ variant_ids: z.array(Id), at: Timestamp })

/**
 * Says, once for each who waits, that a product has come. Whoever was told waits no longer, in the same transaction: a
 * job that died goes on with the others.
 */
export const tellBackInStock =
  (deps: CustomersDeps): JobHandler =>
  async (payload, { call }) => {
    const arrival = Payload.parse(payload)
    const awaited = await awaitedProducts(deps.db, arrival)
    for (let start = 0; start < awaited.length; start += PRODUCTS_AT_ONCE) {
      const cards = await findCards(deps, call, awaited.slice(start, start + PRODUCTS_AT_ONCE))
      for (const card of cards) while ((await tellSome(deps, card, arrival)) === AT_ONCE);
    }
  }

async function tellSome(deps: CustomersDeps, card: Card, arrival: Arrival): Promise<number> {
  return deps.db.tx(async (tx) => {
    const told = await takeNotices(tx, card.id, arrival, AT_ONCE)
    for (const account_id of told)
      await deps.outbox.add(tx, 'customers.wish-back-in-stock.v1', {
        account_id,
        product_id: card.id,
        product_name: card.name,
        product_slug: card.slug,
      })
    return told.length
  })
}
