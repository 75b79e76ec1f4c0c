import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { countPromotions, findPromotions } from '../store/promotion-rows.ts'
import { promotionView } from './promotion-view.ts'

/** Promotions in the order in which they apply. */
export const listPromotions =
  (deps: PricingDeps): Handler<Pricing, 'listPromotions'> =>
  async ({ page, page_size, status, q }, context) => {
    const now = context.now()
    const filter = { status: status ?? null, q: q ?? null, now }
    const [rows, total] = await Promise.all([
      findPromotions(deps.db, filter, { limit: page_size, offset: (page - 1) * page_size }),
      countPromotions(deps.db, filter),
    ])
    return { items: rows.map((row) => promotionView(row, now)), page, page_size, total }
  }
