// Refunds never exceed the capture: guarded by the one statement of takeRefund in
// modules/payments/store/refund-row.ts; the same request is the same refund by the unique request_key.
// Planted and seen to fail: refundPayment without its lock, where pieces are refunded; takeRefund without its lock and condition and `payments` without its CHECK; answers of the
// edge's takeKey ignored together with a request key that is new each time.
import { randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approval, browserReturn, placeOrder, type PlacedOrder } from '../support/bank.ts'
import { expectSound, openRaceShop, type RaceShop } from '../support/race-shop.ts'
import { race, type Rival, tally } from '../support/rivals.ts'
import { stockShelf } from '../support/shelf.ts'
import { signInStaff } from '../support/staff.ts'

const RIVALS = 100

let shop: RaceShop
let token = ''
let variantId = ''

beforeAll(async () => {
  shop = await openRaceShop()
  token = await signInStaff(shop)
  ;[variantId = ''] = await stockShelf(shop.beside, [{ quantity: 100, price: '100.00' }])
})
afterAll(() => shop.close())

async function aPaidOrder(quantity = 1): Promise<PlacedOrder> {
  const order = await placeOrder(shop.server, variantId, quantity)
  await race(shop.server.url, [approval(order)])
  const [back] = await race(shop.server.url, [browserReturn(order)])
  expect(back?.body['status']).toBe('paid')
  return order
}

function refund({ id }: PlacedOrder, amount: string | undefined, key: string = randomUUID()): Rival {
  return {
    path: `/orders/${id}/refunds`,
    body: amount === undefined ? {} : { amount: { amount, currency: 'USD' } },
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  }
}

async function refundsOf({
  paymentId,
}: PlacedOrder): Promise<{ rows: number; sum: number; refunded: number; captured: number }> {
  return shop.beside.db.one(sql`
    SELECT p.captured_minor AS captured, p.refunded_minor AS refunded,
      (SELECT count(*)::int FROM payments.refunds r WHERE r.payment_id = p.id) AS rows,
      (SELECT coalesce(sum(amount_minor), 0)::int FROM payments.refunds r WHERE r.payment_id = p.id) AS sum
    FROM payments.payments p WHERE p.id = ${paymentId}`)
}

test('100 parallel refunds of 3.00 of one payment: as many as fit, and not one more', async () => {
  const order = await aPaidOrder()
  const answers = await race(
    shop.server.url,
    Array.from({ length: RIVALS }, () => refund(order, '3.00')),
  )
  const fit = Math.floor(order.amountMinor / 300)
  expect(tally(answers)).toEqual({ '201': fit, '409 PAYMENTS_REFUND_TOO_LARGE': RIVALS - fit })
  expect(await refundsOf(order)).toEqual({
    rows: fit,
    sum: fit * 300,
    refunded: fit * 300,
    captured: order.amountMinor,
  })
})

test('100 parallel refunds of all that is left: one', async () => {
  const order = await aPaidOrder()
  const answers = await race(
    shop.server.url,
    Array.from({ length: RIVALS }, () => refund(order, undefined)),
  )
  expect(tally(answers)).toEqual({ '201': 1, '409 PAYMENTS_NOTHING_TO_REFUND': RIVALS - 1 })
  expect((await refundsOf(order)).refunded).toBe(order.amountMinor)
})

async function linesOf({ id }: PlacedOrder): Promise<{ id: string; quantity: number }[]> {
  return shop.beside.db.many(sql`SELECT id, quantity FROM orders.items WHERE order_id = ${id}`)
}

const byParts = ({ id }: PlacedOrder, body: object): Rival => ({
  path: `/orders/${id}/refunds`,
  body,
  headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
})

test('100 parallel refunds of one piece of a line of three: three', async () => {
  const order = await aPaidOrder(3)
  const [line] = await linesOf(order)
  const piece = { lines: [{ line_id: line?.id, quantity: 1, restock: true }] }
  const answers = await race(
    shop.server.url,
    Array.from({ length: RIVALS }, () => byParts(order, piece)),
  )
  expect(tally(answers)).toEqual({ '201': 3, '409 PAYMENTS_PIECES_REFUNDED': RIVALS - 3 })
  expect(await refundsOf(order)).toMatchObject({ rows: 3, refunded: 30_000 })
})

test('one refund asked for 100 times with one key: one', async () => {
  const order = await aPaidOrder()
  const request = refund(order, '1.00')
  const answers = await race(
    shop.server.url,
    Array.from({ length: RIVALS }, () => request),
  )
  expect(Object.keys(tally(answers)).sort()).toEqual(['201', '409 IDEMPOTENCY_IN_PROGRESS'])
  const [again] = await race(shop.server.url, [request])
  expect(again?.text).toBe(answers.find(({ status }) => status === 201)?.text)
  expect(await refundsOf(order)).toMatchObject({ rows: 1, refunded: 100 })
})

test('after all of it every invariant holds', () => expectSound(shop))
