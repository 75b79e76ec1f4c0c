// Limits of coupons and the money on gift cards hold whoever comes at once: guarded by the statements of
// modules/pricing/store/redemptions.ts, store/gift-card-entries.ts and store/holds.ts.
// Planted and seen to fail:
// - takeUse without `uses < max_uses`: 'a coupon for one use'
// - takeUseOfPerson without its WHERE: 'a coupon once for each person'
// - chargeCard without `balance_minor >= …`, and the table without its CHECK: 'a card of 100.00'
// - openHold that answers true for a known order (and its key dropped): 'one order held 100 times'
// - releaseHold without `status <> 'released'`: 'an order released by many at once'
// - returnToGiftCards without lockHold: 'refunds of one order at once'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pricingModule } from '../../modules/pricing/module.ts'
import { violatedInvariants } from '../support/invariants.ts'

const staff = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'owner',
  permissions: ['*:*'],
  authenticated_at: Date.now() + 86_400_000,
} as const

let shop: Awaited<ReturnType<typeof testModule>>

beforeEach(async () => {
  shop = await testModule(pricingModule, { settings: { shop_currency: 'EUR' } })
  shop.db.pool.options.max = 30
})
afterEach(async () => {
  expect(await violatedInvariants(shop.db, { atRest: true, about: 'pricing:' })).toEqual([])
  await shop.close()
})

const asStaff = (operation: string, input: object): Promise<Record<string, string>> =>
  shop.call(operation, input, { principal: staff, idempotency_key: newId() })

const asCheckout = (operation: string, input: object): Promise<{ status?: string } | null> =>
  shop.call(operation, input, { caller: 'checkout' })

async function coupon(limits: object): Promise<void> {
  const { id } = await asStaff('createPromotion', {
    ...{ name: 'Half', needs_coupon: true },
    action: { kind: 'percentage', percent: 50, at_most: null },
  })
  await asStaff('createCoupons', { promotion_id: id, code: 'HALF', ...limits })
}

async function card(amount: string): Promise<string> {
  return (await asStaff('issueGiftCard', { amount: { amount, currency: 'EUR' } }))['id'] ?? ''
}

const hold = (order_id: string, more: object) =>
  asCheckout('holdForOrder', {
    ...{ order_id, email: `${order_id}@example.com`, currency: 'EUR', coupons: [], gift_cards: [] },
    ...more,
  })

/** What becomes of calls that all begin at once: the status that is answered, or the code of the refusal. */
async function outcomes(calls: readonly (() => Promise<{ status?: string } | null>)[]) {
  const counts: Record<string, number> = {}
  const answers = await Promise.allSettled(calls.map((call) => call()))
  for (const answer of answers) {
    if (answer.status === 'rejected' && !(answer.reason instanceof AppError)) throw answer.reason
    const name =
      answer.status === 'fulfilled' ? (answer.value?.status ?? 'done') : (answer.reason as AppError).code
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

const balanceOf = async (id: string) =>
  (
    await shop.db.one<{ balance_minor: number }>(
      sql`SELECT balance_minor FROM pricing.gift_cards WHERE id = ${id}`,
    )
  ).balance_minor

const uses = async () => (await shop.db.one<{ uses: number }>(sql`SELECT uses FROM pricing.coupons`)).uses

test('a coupon for one use: of 200 orders at once one has it', async () => {
  await coupon({ max_uses: 1 })
  expect(await outcomes(times(200, () => () => hold(newId(), { coupons: ['half'] })))).toEqual({
    held: 1,
    PRICING_COUPON_USED_UP: 199,
  })
  expect(await uses()).toBe(1)
})

test('a coupon once for each person: of 100 orders by 5 people at once 5 have it', async () => {
  await coupon({ max_uses_per_person: 1 })
  const orders = times(100, (index) => () => {
    const email = `${index % 2 === 0 ? 'Person' : 'person'}${String(index % 5)}@example.com`
    return hold(newId(), { coupons: ['half'], email })
  })
  expect(await outcomes(orders)).toEqual({ held: 5, PRICING_COUPON_USED_BY_YOU: 95 })
})

test('a card of 100.00: of 200 charges of 10.00 at once 10 are made', async () => {
  const id = await card('100.00')
  const charge = { gift_cards: [{ gift_card_id: id, amount_minor: 1_000 }] }
  expect(await outcomes(times(200, () => () => hold(newId(), charge)))).toEqual({
    held: 10,
    PRICING_GIFT_CARD_SPENT: 190,
  })
  expect(await balanceOf(id)).toBe(0)
})

test('one order held 100 times at once uses its coupon and its card once', async () => {
  await coupon({})
  const id = await card('100.00')
  const order = newId()
  const all = { coupons: ['half'], gift_cards: [{ gift_card_id: id, amount_minor: 1_000 }] }
  expect(await outcomes(times(100, () => () => hold(order, all)))).toEqual({ held: 100 })
  expect([await uses(), await balanceOf(id)]).toEqual([1, 9_000])
})

test('a coupon that is refused gives the card back, and a card that is refused the coupon', async () => {
  await coupon({ max_uses: 3 })
  const id = await card('100.00')
  const all = { coupons: ['half'], gift_cards: [{ gift_card_id: id, amount_minor: 4_000 }] }
  const counts = await outcomes(times(100, () => () => hold(newId(), all)))
  expect(counts['held']).toBe(2)
  expect([await uses(), await balanceOf(id)]).toEqual([2, 2_000])
})

test('an order released by many at once, and settled meanwhile, gives everything back once', async () => {
  await coupon({ max_uses: 1 })
  const id = await card('100.00')
  const order = newId()
  await hold(order, { coupons: ['half'], gift_cards: [{ gift_card_id: id, amount_minor: 1_000 }] })
  const calls = times(
    60,
    (index) => () => asCheckout(index % 3 === 0 ? 'settleForOrder' : 'releaseForOrder', { order_id: order }),
  )
  const { done } = await outcomes(calls)
  expect(done).toBe(40)
  expect([await uses(), await balanceOf(id)]).toEqual([0, 10_000])
  await expect(asCheckout('settleForOrder', { order_id: order })).rejects.toMatchObject({
    code: 'PRICING_ORDER_RELEASED',
  })
})

test('an order that is given up while it is held keeps nothing, whichever was first', async () => {
  await coupon({})
  const id = await card('100.00')
  const all = { coupons: ['half'], gift_cards: [{ gift_card_id: id, amount_minor: 1_000 }] }
  const orders = times(40, () => newId())
  await outcomes(
    orders.flatMap((order) => [
      () => hold(order, all),
      () => asCheckout('releaseForOrder', { order_id: order }),
    ]),
  )
  expect([await uses(), await balanceOf(id)]).toEqual([0, 10_000])
})

test('refunds of one order at once give cards no more than they have paid', async () => {
  const id = await card('100.00')
  const order = newId()
  await hold(order, { gift_cards: [{ gift_card_id: id, amount_minor: 5_000 }] })
  await asCheckout('settleForOrder', { order_id: order })
  const refund = () =>
    asCheckout('returnToGiftCards', { order_id: order, refund_id: newId(), amount_minor: 700 })
  const again = newId()
  const repeat = () =>
    asCheckout('returnToGiftCards', { order_id: order, refund_id: again, amount_minor: 700 })
  const first = await outcomes(times(20, () => repeat))
  expect(first).toEqual({ done: 20 })
  expect(await outcomes(times(30, () => refund))).toEqual({ done: 6, PRICING_RETURN_TOO_HIGH: 24 })
  expect(await balanceOf(id)).toBe(9_900)
})
