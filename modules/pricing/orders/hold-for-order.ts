import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { PricingDeps } from '../deps.ts'
import { enteredCodes } from '../price/price-facts.ts'
import { findCoupons } from '../store/coupons.ts'
import { chargeCard, insertEntry } from '../store/gift-card-entries.ts'
import { findHoldStatus, openHold } from '../store/holds.ts'
import { insertRedemption, takeUse, takeUseOfPerson } from '../store/redemptions.ts'

type Context = HandlerContext<ErrorCodeOf<Pricing, 'holdForOrder'>>

/**
 * Uses up the coupons of an order and charges its gift cards: all in one transaction or nothing. Rows are taken in the order of
 * their ids, so that two orders never wait for each other in a ring.
 */
export const holdForOrder =
  (deps: PricingDeps): Handler<Pricing, 'holdForOrder'> =>
  async ({ order_id, email, currency, coupons, gift_cards }, context) => {
    const codes = enteredCodes(coupons)
    const person = deps.secrets.person(email)
    const now = context.now()
    return await deps.db.tx(async (tx) => {
      if (!(await openHold(tx, order_id, { status: 'held', person }, now))) {
        const status = await findHoldStatus(tx, order_id)
        if (status === null || status === 'released') throw context.fail('PRICING_ORDER_RELEASED')
        return { status }
      }
      await useCoupons(tx, context, { order_id, codes, person })
      await chargeCards(tx, context, { order_id, currency, gift_cards }, now)
      await deps.audit.record(tx, context, {
        action: 'pricing.order-held',
        subject_type: 'order',
        subject_id: order_id,
        after: { coupons: codes, gift_cards },
      })
      return { status: 'held' as const }
    })
  }

async function useCoupons(
  tx: Tx,
  context: Context,
  { order_id, codes, person }: { order_id: string; codes: readonly string[]; person: Buffer },
): Promise<void> {
  if (codes.length === 0) return
  const found = await findCoupons(tx, codes, null)
  if (found.length < codes.length) throw context.fail('PRICING_COUPON_UNKNOWN')
  for (const { id } of found.sort((left, right) => (left.id < right.id ? -1 : 1))) {
    const used = await takeUse(tx, id)
    if (used === null) throw context.fail('PRICING_COUPON_USED_UP')
    if (!(await takeUseOfPerson(tx, id, person, used.max_uses_per_person)))
      throw context.fail('PRICING_COUPON_USED_BY_YOU')
    await insertRedemption(tx, order_id, id)
  }
}

async function chargeCards(
  tx: Tx,
  context: Context,
  order: {
    readonly order_id: string
    readonly currency: string
    readonly gift_cards: readonly { readonly gift_card_id: string; readonly amount_minor: number }[]
  },
  now: Date,
): Promise<void> {
  const { order_id, currency } = order
  const charges = [...order.gift_cards].filter((charge) => charge.amount_minor > 0)
  charges.sort((left, right) => (left.gift_card_id < right.gift_card_id ? -1 : 1))
  for (const { gift_card_id, amount_minor } of charges) {
    const charged = await chargeCard(tx, { id: gift_card_id, amount_minor, currency }, now)
    if (charged === null) throw context.fail('PRICING_GIFT_CARD_SPENT')
    const entry = { gift_card_id, kind: 'charged' as const, order_id, reference: order_id }
    const balance_after_minor = charged.balance_minor
    await insertEntry(tx, { ...entry, amount_minor: -amount_minor, balance_after_minor }, now)
  }
}
