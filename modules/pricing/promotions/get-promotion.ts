import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { findPromotion } from '../store/promotion-rows.ts'
import { promotionView } from './promotion-view.ts'

/** One promotion. */
export const getPromotion =
  (deps: PricingDeps): Handler<Pricing, 'getPromotion'> =>
  async ({ promotion_id }, context) => {
    const row = await findPromotion(deps.db, promotion_id)
    if (row === null) throw context.fail('NOT_FOUND')
    return promotionView(row, context.now())
  }
