import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { lockPromotion, updatePromotionRow } from '../store/promotion-rows.ts'
import { changeRules } from './change-rules.ts'
import { promotionView } from './promotion-view.ts'
import { readRule } from './read-rule.ts'

/** Replaces what a promotion says; its place in the order stays. */
export const updatePromotion =
  (deps: PricingDeps): Handler<Pricing, 'updatePromotion'> =>
  async ({ promotion_id, ...input }, context) => {
    const fields = readRule(input, context, deps)
    const now = context.now()
    return await changeRules(deps, async (tx) => {
      const before = await lockPromotion(tx, promotion_id)
      if (before === null) throw context.fail('NOT_FOUND')
      await updatePromotionRow(tx, promotion_id, fields, now)
      const view = promotionView({ ...before, ...fields, updated_at: now.toISOString() }, now)
      await deps.audit.record(tx, context, {
        action: 'pricing.promotion-updated',
        subject_type: 'promotion',
        subject_id: promotion_id,
        before: promotionView(before, now),
        after: view,
      })
      return view
    })
  }
