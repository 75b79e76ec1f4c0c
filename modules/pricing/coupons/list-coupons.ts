import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { couponCode } from '../domain/coupons/code.ts'
import { countCouponsOf, findCouponsOf } from '../store/coupons.ts'
import { findPromotion } from '../store/promotion-rows.ts'
import { couponView } from './coupon-view.ts'

/** Codes of a promotion, the newest first. */
export const listCoupons =
  (deps: PricingDeps): Handler<Pricing, 'listCoupons'> =>
  async ({ promotion_id, page, page_size, q }, context) => {
    const beginning = couponCode(q ?? '')
    const [promotion, rows, total] = await Promise.all([
      findPromotion(deps.db, promotion_id),
      findCouponsOf(deps.db, promotion_id, beginning, { limit: page_size, offset: (page - 1) * page_size }),
      countCouponsOf(deps.db, promotion_id, beginning),
    ])
    if (promotion === null) throw context.fail('NOT_FOUND')
    return { items: rows.map(couponView), page, page_size, total }
  }
