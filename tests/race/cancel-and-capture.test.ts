// A purchase is decided once: guarded by the steps of modules/orders/domain/states.ts in one statement
// (store/change-status.ts), by finish-process.ts, which pays back what it finds cancelled, and by reconcile.ts.
// Planted and seen to fail: changeStatus without `from` (cancelled orders become paid); finishProcess without its refund;
// no reconciler; capturePayment for pending payments only.
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  approval,
  type Bank,
  browserReturn,
  cancellation,
  openBank,
  placeOrder,
  type PlacedOrder,
  placeOrders,
} from '../support/bank.ts'
import { expectSound, openRaceShop, type RaceShop } from '../support/race-shop.ts'
import { race } from '../support/rivals.ts'
import { ageProcesses, settle } from '../support/settle.ts'
import { stockShelf } from '../support/shelf.ts'

const RUNS = 30
const PIECES = 1_000

let shop: RaceShop
let bank: Bank
let variantId = ''

beforeAll(async () => {
  shop = await openRaceShop()
  bank = await openBank(shop.server)
  ;[variantId = ''] = await stockShelf(shop.beside, [{ quantity: PIECES }])
})
afterAll(() => shop.close())

type Outcome = {
  order: string
  captured: number
  refunded: number
  refunds: number
  stock: string
  process: string
}

async function outcomeOf({ id }: PlacedOrder): Promise<Outcome> {
  return shop.beside.db.one<Outcome>(sql`
    SELECT o.status AS order, p.captured_minor AS captured, p.refunded_minor AS refunded,
      (SELECT count(*)::int FROM payments.refunds WHERE payment_id = p.id) AS refunds,
      r.status AS stock, c.state AS process
    FROM orders.orders o JOIN payments.payments p ON p.order_id = o.id
    JOIN inventory.reservations r ON r.order_id = o.id JOIN checkout.processes c ON c.order_id = o.id
    WHERE o.id = ${id}`)
}

/** The three ways in which it may end. */
function endings(amount: number): Outcome[] {
  const cancelled = { order: 'cancelled', stock: 'released' }
  return [
    { order: 'paid', captured: amount, refunded: 0, refunds: 0, stock: 'committed', process: 'completed' },
    { ...cancelled, captured: 0, refunded: 0, refunds: 0, process: 'abandoned' },
    { ...cancelled, captured: amount, refunded: amount, refunds: 1, process: 'abandoned' },
    // Paid first and cancelled after: the purchase was completed, then given back.
    { ...cancelled, captured: amount, refunded: amount, refunds: 1, process: 'completed' },
  ]
}

test(`${String(RUNS)} times cancelled in the moment of approval: paid, or cancelled with all money back`, async () => {
  const orders = await placeOrders(
    shop.server,
    Array.from({ length: RUNS }, () => ({ variant_id: variantId, quantity: 1 })),
  )
  for (const order of orders) {
    const rivals = [approval(order), cancellation(order), browserReturn(order)]
    const answers = await race(shop.server.url, rivals)
    // A cancelled payment cannot be approved (409), an order that is gone cannot be cancelled again (409).
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
  }
  await settle(shop.beside.db)
  for (const order of orders) expect(endings(order.amountMinor)).toContainEqual(await outcomeOf(order))
  await expectSound(shop)
})

test(`${String(RUNS)} paid orders cancelled while the news of their payment still arrives`, async () => {
  const orders = await placeOrders(
    shop.server,
    Array.from({ length: RUNS }, () => ({ variant_id: variantId, quantity: 1 })),
  )
  await race(shop.server.url, orders.map(approval))
  const answers = await race(
    shop.server.url,
    orders.flatMap((order) => [
      browserReturn(order),
      cancellation(order),
      bank.delivery(JSON.stringify(bank.message(order))),
    ]),
  )
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
  await settle(shop.beside.db)
  for (const order of orders) expect(endings(order.amountMinor)).toContainEqual(await outcomeOf(order))
  await expectSound(shop)
})

test('a capture that comes after the order was cancelled is paid back once', async () => {
  const order = await placeOrder(shop.server, variantId)
  await race(shop.server.url, [cancellation(order)])
  await settle(shop.beside.db)
  expect(await outcomeOf(order)).toMatchObject({ order: 'cancelled', captured: 0, process: 'abandoned' })
  await bankApprovesAnyway(order)
  const news = Array.from({ length: 10 }, () => bank.delivery(JSON.stringify(bank.message(order))))
  await race(shop.server.url, news)
  await settle(shop.beside.db)
  expect(await outcomeOf(order)).toEqual(endings(order.amountMinor)[2])
})

test('a payment that failed and was captured after all, while the order is open, fulfils it once', async () => {
  const order = await placeOrder(shop.server, variantId)
  // The bank declined, and took it back before anybody acted on the decline.
  await shop.beside.db.run(sql`UPDATE payments.payments SET status = 'failed' WHERE id = ${order.paymentId}`)
  await bankApprovesAnyway(order)
  const news = Array.from({ length: 10 }, () => bank.delivery(JSON.stringify(bank.message(order))))
  await race(shop.server.url, news)
  await settle(shop.beside.db)
  expect(await outcomeOf(order)).toEqual(endings(order.amountMinor)[0])
})

test('news of failure, authorisation and capture in the same moment: paid once, or all money back', async () => {
  const orders = await placeOrders(
    shop.server,
    Array.from({ length: 10 }, () => ({ variant_id: variantId, quantity: 1 })),
  )
  for (const order of orders) await bankApprovesAnyway(order)
  const rivals = orders.flatMap((order) => [
    ...(['failed', 'open', 'captured'] as const).map((status) =>
      bank.delivery(JSON.stringify(bank.message(order, { status }))),
    ),
    browserReturn(order),
  ])
  const answers = await race(shop.server.url, rivals)
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  await settle(shop.beside.db)
  for (const order of orders) expect(endings(order.amountMinor)).toContainEqual(await outcomeOf(order))
  await expectSound(shop)
})

test('a payment whose news never came is finished by the reconciler', async () => {
  const orders = await placeOrders(
    shop.server,
    Array.from({ length: 10 }, () => ({ variant_id: variantId, quantity: 1 })),
  )
  // Approved at the bank, whose message to the shop was lost; the browser never came back.
  for (const order of orders) await bankApprovesAnyway(order)
  await ageProcesses(shop.beside.db)
  await settle(shop.beside.db)
  for (const order of orders) expect(await outcomeOf(order)).toEqual(endings(order.amountMinor)[0])
})

test('a payment that nobody makes is given up within its time, and its stock returns', async () => {
  const order = await placeOrder(shop.server, variantId, 5)
  await settle(shop.beside.db, { decideAll: true })
  expect(await outcomeOf(order)).toEqual(endings(order.amountMinor)[1])
  const [late] = await race(shop.server.url, [approval(order)])
  expect([late?.status, late?.body['code']]).toEqual([409, 'PAYMENTS_SANDBOX_CLOSED'])
})

test('after all of it every invariant holds', () => expectSound(shop))

/** In the bank's own books, as no shopper can do it: without a message to the shop. */
async function bankApprovesAnyway({ paymentId }: PlacedOrder): Promise<void> {
  await shop.beside.db.run(sql`
    UPDATE payments.sandbox_payments SET status = 'approved' WHERE reference = ${paymentId}`)
}
