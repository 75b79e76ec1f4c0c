import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { changeBalance, findPaid, findReturned, insertEntry } from '../store/gift-card-entries.ts'
import { lockHold } from '../store/holds.ts'

/** Pays a refund to the cards that paid, the first by its id first. The order's hold is locked: refunds go one after the other. */
export const returnToGiftCards =
  (deps: PricingDeps): Handler<Pricing, 'returnToGiftCards'> =>
  async ({ order_id, refund_id, amount_minor }, context) => {
    const now = context.now()
    return await deps.db.tx(async (tx) => {
      await lockHold(tx, order_id)
      const before = await findReturned(tx, order_id, refund_id)
      if (before.length > 0) return { returned: before }
      let left = amount_minor
      const returned = []
      for (const { gift_card_id, hint, paid_minor } of await findPaid(tx, order_id)) {
        const amount = Math.min(left, paid_minor)
        if (amount === 0) break
        const changed = await changeBalance(tx, gift_card_id, amount)
        if (changed === null) throw new Error('A gift card has gone that has paid an order.')
        const entry = { gift_card_id, kind: 'returned' as const, order_id, reference: refund_id }
        const balance_after_minor = changed.balance_minor
        await insertEntry(tx, { ...entry, amount_minor: amount, balance_after_minor }, now)
        returned.push({ gift_card_id, hint, amount_minor: amount })
        left -= amount
      }
      if (left > 0) throw context.fail('PRICING_RETURN_TOO_HIGH')
      await deps.audit.record(tx, context, {
        action: 'pricing.gift-cards-refunded',
        subject_type: 'order',
        subject_id: order_id,
        after: { refund_id, returned },
      })
      return { returned }
    })
  }
