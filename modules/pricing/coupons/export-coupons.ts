import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { type CouponRow, findCouponsOf } from '../store/coupons.ts'
import { findPromotion } from '../store/promotion-rows.ts'
import { csvLine } from './csv-line.ts'

const MOST = 200_000

/** All codes of a promotion as a file, and an entry that says who took it. */
export const exportCoupons =
  (deps: PricingDeps): Handler<Pricing, 'exportCoupons'> =>
  async ({ promotion_id }, context) => {
    const promotion = await findPromotion(deps.db, promotion_id)
    if (promotion === null) throw context.fail('NOT_FOUND')
    const rows = await findCouponsOf(deps.db, promotion_id, '', { limit: MOST, offset: 0 })
    await deps.db.tx((tx) =>
      deps.audit.record(tx, context, {
        action: 'pricing.coupons-exported',
        subject_type: 'promotion',
        subject_id: promotion_id,
        after: { name: promotion.name, codes: rows.length },
      }),
    )
    const text = [head, ...rows.map(cells)].map(csvLine).join('')
    return {
      content_type: 'text/csv; charset=utf-8',
      bytes: new Uint8Array(Buffer.from(text)),
      attachment: `coupons-${promotion_id.slice(-12)}.csv`,
    }
  }

const head = ['code', 'active', 'uses', 'max_uses', 'max_uses_per_person', 'created_at']

function cells({ code, active, uses, max_uses, max_uses_per_person, created_at }: CouponRow): string[] {
  return [code, String(active), ...[uses, max_uses, max_uses_per_person].map(number), created_at]
}

function number(value: number | null): string {
  return value === null ? '' : String(value)
}
