import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { PricingDeps } from '../deps.ts'
import { changeBalance, findPaid, insertEntry } from '../store/gift-card-entries.ts'
import { openHold, releaseHold } from '../store/holds.ts'
import { findRedeemed, giveBackUse } from '../store/redemptions.ts'

/** Gives back what an order has used. Again: no effect. */
export const releaseForOrder =
  (deps: PricingDeps): Handler<Pricing, 'releaseForOrder'> =>
  async ({ order_id }, context) => {
    await deps.db.tx((tx) => releaseOrder(deps, tx, context, order_id, context.now()))
    return null
  }

/**
 * The step itself: only whoever turns the hold gives anything, so that repeats count nothing. An order that held nothing
 * yet is marked, and what comes to be held later is refused.
 */
export async function releaseOrder(
  deps: PricingDeps,
  tx: Tx,
  context: CallContext,
  orderId: string,
  now: Date,
): Promise<void> {
  if (await openHold(tx, orderId, { status: 'released', person: null }, now)) return
  const released = await releaseHold(tx, orderId, now)
  if (released === null) return
  for (const coupon of await findRedeemed(tx, orderId)) await giveBackUse(tx, coupon, released.person)
  const returned = await returnAll(tx, orderId, now)
  await deps.audit.record(tx, context, {
    action: 'pricing.order-released',
    subject_type: 'order',
    subject_id: orderId,
    before: { status: released.was },
    after: { status: 'released', returned },
  })
}

/** Books what cards have paid and not got back yet. */
async function returnAll(tx: Tx, orderId: string, now: Date) {
  const paid = await findPaid(tx, orderId)
  for (const { gift_card_id, paid_minor } of paid) {
    const changed = await changeBalance(tx, gift_card_id, paid_minor)
    if (changed === null) throw new Error('A gift card has gone that has paid an order.')
    const entry = { gift_card_id, kind: 'returned' as const, order_id: orderId, reference: orderId }
    const balance_after_minor = changed.balance_minor
    await insertEntry(tx, { ...entry, amount_minor: paid_minor, balance_after_minor }, now)
  }
  return paid
}
