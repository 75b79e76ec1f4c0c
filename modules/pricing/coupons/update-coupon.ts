import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { lockCoupon, updateCouponRow } from '../store/coupons.ts'
import { couponView } from './coupon-view.ts'

/** Changes the limits of a code, or switches it on or off. */
export const updateCoupon =
  (deps: PricingDeps): Handler<Pricing, 'updateCoupon'> =>
  async ({ coupon_id, ...fields }, context) =>
    await deps.db.tx(async (tx) => {
      const before = await lockCoupon(tx, coupon_id)
      if (before === null) throw context.fail('NOT_FOUND')
      const view = couponView(await updateCouponRow(tx, coupon_id, fields))
      await deps.audit.record(tx, context, {
        action: 'pricing.coupon-updated',
        subject_type: 'coupon',
        subject_id: coupon_id,
        before: couponView(before),
        after: view,
      })
      return view
    })
