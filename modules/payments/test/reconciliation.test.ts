import type { Payments } from '@rampart/contracts/payments.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Booked, differenceOf } from '../domain/compare.ts'
import { openRazorpayShop, openStripeShop } from './provider-scene.ts'
import { CAPTURED, staff } from './scene.ts'

type Findings = OutputOf<Payments, 'listFindings'>
type Ledger = OutputOf<Payments, 'listLedger'>

let shop: Awaited<ReturnType<typeof openStripeShop>>
let indian: Awaited<ReturnType<typeof openRazorpayShop>>
beforeAll(async () => {
  ;[shop, indian] = await Promise.all([openStripeShop(), openRazorpayShop()])
})
afterAll(() => Promise.all([shop.done(), indian.done()]))

const clerk = staff()
const findings = (): Promise<Findings> => shop.call('listFindings', {}, { principal: clerk })
const ledger = (from: typeof shop | typeof indian, input: object = {}): Promise<Ledger> =>
  from.call('listLedger', input, { principal: clerk })
const about = async (reference: string) =>
  (await findings()).items
    .filter((finding) => finding.reference === reference)
    .map(({ kind, settled_at }) => [kind, settled_at !== null])

test('captured there and not here: it is found, taken in once, and settled', async () => {
  const { order_id } = await shop.pay()
  const intent = shop.stripe.intentOf(order_id)
  shop.stripe.settle(intent)
  await shop.runSchedule('compare-providers')
  await shop.runSchedule('compare-providers')
  expect(await shop.status(order_id)).toBe('captured')
  expect(await shop.types(order_id)).toEqual([CAPTURED])
  expect(await about(intent.id)).toEqual([['captured_there', true]])
  const { compared } = await findings()
  expect(compared).toMatchObject([{ provider: 'stripe', failed: false }])
})

test('amounts that differ, captures we know nothing of, and captures that are none there', async () => {
  const [differs, unknown, lost, fine] = [
    await shop.paid(),
    await shop.paid(),
    await shop.paid(),
    await shop.paid(),
  ]
  const intentOf = ({ order_id }: { order_id: string }) => shop.stripe.intentOf(order_id)
  Object.assign(intentOf(differs), { amount_received: 4_000 })
  await shop.db.run(
    sql`UPDATE payments.payments SET provider_reference = ${newId()} WHERE id = ${unknown.id}`,
  )
  Object.assign(intentOf(lost), { status: 'canceled', amount_received: 0 })
  await shop.runSchedule('compare-providers')
  await shop.runSchedule('compare-providers')
  expect(await about(intentOf(differs).id)).toEqual([['amount_differs', false]])
  expect(await about(intentOf(unknown).id)).toEqual([['unknown_here', false]])
  expect(await about(intentOf(lost).id)).toEqual([['not_captured_there', false]])
  expect(await about(intentOf(fine).id)).toEqual([])
  // Nothing of that touched our books.
  expect(await shop.brokenRules()).toEqual([])
  // What agrees again settles by itself; the rest is settled by somebody who says why, once.
  Object.assign(intentOf(differs), { amount_received: 4_240 })
  await shop.runSchedule('compare-providers')
  expect(await about(intentOf(differs).id)).toEqual([['amount_differs', true]])
  const open = (await findings()).items.find(({ reference }) => reference === intentOf(lost).id)
  const settle = (finding_id: string, note: string) =>
    shop.call('settleFinding', { finding_id, note }, { principal: clerk })
  await settle(open!.id, 'Refunded at the desk')
  await settle(open!.id, 'Again')
  expect((await findings()).items.find(({ id }) => id === open!.id)?.note).toBe('Refunded at the desk')
  expect((await shop.audits(open!.id)).map(({ action }) => action)).toEqual(['payments.finding-settled'])
  await expect(settle(newId(), 'Nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a provider that does not answer is noted, and the others are compared all the same', async () => {
  shop.stripe.fail({ status: 500, body: {} }, /GET \/v1\/payment_intents$/)
  shop.stripe.fail({ status: 500, body: {} }, /GET \/v1\/payment_intents$/)
  await shop.open()
  await shop.runSchedule('compare-providers')
  expect((await findings()).compared).toMatchObject([
    { provider: 'sandbox', failed: false },
    { provider: 'stripe', failed: true },
  ])
})

test('what is contested is a finding and an entry in the log, once, and moves no money', async () => {
  const { id, order_id } = await shop.paid()
  const before = (await shop.books(order_id)).ledger
  const dispute = {
    object: 'dispute',
    amount: 4_240,
    currency: 'usd',
    status: 'needs_response',
    reason: 'fraudulent',
    payment_intent: shop.stripe.intentOf(order_id).id,
  }
  const body = shop.stripe.event('charge.dispute.created', shop.stripe.intentOf(order_id), {
    data: { object: dispute },
  })
  const headers = { 'stripe-signature': shop.stripe.sign(body) }
  await Promise.all(Array.from({ length: 5 }, () => shop.news(body, headers)))
  expect(await about(dispute.payment_intent)).toEqual([['disputed', false]])
  expect((await shop.audits(id)).map(({ action }) => action)).toEqual([
    'payments.captured',
    'payments.disputed',
  ])
  expect((await shop.books(order_id)).ledger).toEqual(before)
  await shop.runSchedule('compare-providers')
  expect(await about(dispute.payment_intent)).toEqual([['disputed', false]])
})

test('fees are booked once, and each order’s money is explained by entries that balance', async () => {
  const { order_id } = await shop.paid()
  await shop.refund(order_id, { amount: '10.00' })
  const feeAgain = async () => {
    await shop.db.run(sql`UPDATE payments.payments SET fee_asked_at = NULL`)
    await shop.runSchedule('ask-fees')
  }
  await feeAgain()
  await feeAgain()
  const { items } = await ledger(shop, { provider: 'stripe', moved: 'true', page_size: 100 })
  const money = items.find((row) => row.order_id === order_id)
  expect(money).toMatchObject({
    captured: { amount: '42.40' },
    refunded: { amount: '10.00' },
    fee: { amount: '1.53' },
    kept: { amount: '30.87' },
    balanced: true,
  })
  expect(money?.entries.filter(({ account }) => account === 'fees')).toHaveLength(1)
  expect(items.every(({ balanced, captured }) => balanced && captured.amount !== '0.00')).toBe(true)
  expect((await ledger(shop, { provider: 'sandbox', moved: 'true' })).items).toEqual([])
})

test('Razorpay’s fee comes with the payment', async () => {
  const { order_id } = await indian.paid()
  await indian.runSchedule('ask-fees')
  const { items } = await ledger(indian)
  expect(items.find((row) => row.order_id === order_id)?.fee?.amount).toBe('1.00')
})

test('only who may see money sees it', async () => {
  const nobody = staff(['orders:*'])
  for (const name of ['listLedger', 'listFindings'])
    await expect(shop.call(name, {}, { principal: nobody })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

const book = fc.record({
  captured: fc.boolean(),
  amount_minor: fc.integer({ min: 1, max: 3 }),
  currency: fc.constantFrom('EUR', 'USD'),
})

test('books that say the same agree, and a capture that only one of them has never does', () => {
  fc.assert(
    fc.property(book, fc.option(book), (there: Booked, here) => {
      expect(differenceOf(there, there)).toBeNull()
      const found = differenceOf(there, here)
      if (there.captured !== (here?.captured ?? false)) expect(found).not.toBeNull()
      if (!there.captured && here?.captured !== true) expect(found).toBeNull()
    }),
  )
})
