import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { PricingDeps } from '../deps.ts'
import { findPromotion, insertPromotion } from '../store/promotion-rows.ts'
import { changeRules } from './change-rules.ts'
import { promotionView } from './promotion-view.ts'
import { readRule } from './read-rule.ts'

/** Adds a promotion behind all others. */
export const createPromotion =
  (deps: PricingDeps): Handler<Pricing, 'createPromotion'> =>
  async (input, context) => {
    const fields = readRule(input, context, deps)
    const id = newId()
    const now = context.now()
    return await changeRules(deps, async (tx) => {
      await insertPromotion(tx, id, fields, now)
      const row = await findPromotion(tx, id)
      if (row === null) throw new Error('A promotion that was just added is not there.')
      const view = promotionView(row, now)
      await deps.audit.record(tx, context, {
        action: 'pricing.promotion-created',
        subject_type: 'promotion',
        subject_id: id,
        after: view,
      })
      return view
    })
  }
