import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { renumberPromotions } from '../store/promotion-rows.ts'
import { changeRules } from './change-rules.ts'

/** Says in which order promotions apply. */
export const orderPromotions =
  (deps: PricingDeps): Handler<Pricing, 'orderPromotions'> =>
  async ({ promotion_ids }, context) => {
    await changeRules(deps, async (tx) => {
      const { before, after } = await renumberPromotions(tx, promotion_ids)
      if (promotion_ids.some((id) => !before.includes(id))) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'pricing.promotions-ordered',
        subject_type: 'promotions',
        subject_id: 'order',
        before,
        after,
      })
    })
    return null
  }
