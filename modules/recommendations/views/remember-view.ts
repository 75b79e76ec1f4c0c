import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from '../deps.ts'
import { rememberLook } from '../store/views.ts'

/**
 * Remembers that a customer looked at a product that is sold, unless they do not want that. It leaves no entry in the audit
 * log: that would be a memory that nobody can switch off.
 */
export const rememberView =
  (deps: RecommendationsDeps): Handler<Recommendations, 'rememberView'> =>
  async ({ product_id }, context) => {
    const { principal } = context
    if (principal.kind !== 'customer') throw context.fail('FORBIDDEN')
    const { items } = await deps.clients.catalog.getCards(context, { product_ids: [product_id] })
    if (items.length === 0) throw context.fail('NOT_FOUND')
    const look = { customer_id: principal.id, product_id, now: context.now() }
    await deps.db.tx((tx) => rememberLook(tx, look))
    return null
  }
