import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { lockPromotion, setActive } from '../store/promotion-rows.ts'
import { changeRules } from './change-rules.ts'
import { promotionView } from './promotion-view.ts'

/** Switches a promotion on or off. */
export const switchPromotion =
  (deps: PricingDeps): Handler<Pricing, 'switchPromotion'> =>
  async ({ promotion_id, active }, context) => {
    const now = context.now()
    return await changeRules(deps, async (tx) => {
      const before = await lockPromotion(tx, promotion_id)
      if (before === null) throw context.fail('NOT_FOUND')
      await setActive(tx, promotion_id, active, now)
      await deps.audit.record(tx, context, {
        action: active ? 'pricing.promotion-switched-on' : 'pricing.promotion-switched-off',
        subject_type: 'promotion',
        subject_id: promotion_id,
        before: { name: before.name, active: before.active },
        after: { name: before.name, active },
      })
      return promotionView({ ...before, active, updated_at: now.toISOString() }, now)
    })
  }
