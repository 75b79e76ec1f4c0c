import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { findHoldStatus, settleHold } from '../store/holds.ts'

/** The order is paid. Against a release at the same time the first one stands. */
export const settleForOrder =
  (deps: PricingDeps): Handler<Pricing, 'settleForOrder'> =>
  async ({ order_id }, context) => {
    const settled = await deps.db.tx(async (tx) => {
      if (!(await settleHold(tx, order_id, context.now()))) return false
      await deps.audit.record(tx, context, {
        action: 'pricing.order-settled',
        subject_type: 'order',
        subject_id: order_id,
      })
      return true
    })
    if (settled) return { status: 'settled' }
    const status = await findHoldStatus(deps.db, order_id)
    if (status === 'released') throw context.fail('PRICING_ORDER_RELEASED')
    return { status: status === null ? 'none' : 'settled' }
  }
