// A piece is in one return at a time: guarded by the order's lock in modules/orders/returns/store/request-return.ts and the
// condition of its INSERT. A return is paid once: the refund's request_key in modules/payments/refund-order.ts.
// Planted and seen to fail: lockDelivered without FOR UPDATE; the INSERT without its condition.
import { randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approval, browserReturn, placeOrder, type PlacedOrder } from '../support/bank.ts'
import { expectSound, openRaceShop, type RaceShop } from '../support/race-shop.ts'
import { race, type Rival, tally } from '../support/rivals.ts'
import { settle } from '../support/settle.ts'
import { stockShelf } from '../support/shelf.ts'
import { signInStaff } from '../support/staff.ts'

let shop: RaceShop
let headers: Readonly<Record<string, string>> = {}
let variantId = ''

beforeAll(async () => {
  shop = await openRaceShop()
  headers = { authorization: `Bearer ${await signInStaff(shop)}` }
  ;[variantId = ''] = await stockShelf(shop.beside, [{ quantity: 100, price: '100.00' }])
  await shop.beside.db.run(sql`UPDATE orders.return_settings SET address = 'Returns, 1 Mill Lane'`)
})
afterAll(() => shop.close())

async function one(rival: Rival): Promise<Record<string, unknown>> {
  const [answer] = await race(shop.server.url, [rival])
  if (answer === undefined || answer.status >= 300) throw new Error(`${rival.path}: ${answer?.text ?? ''}`)
  return answer.body
}

async function delivered(quantity: number): Promise<{ order: PlacedOrder; line_id: string }> {
  const order = await placeOrder(shop.server, variantId, quantity)
  await race(shop.server.url, [approval(order)])
  await one(browserReturn(order))
  for (const status of ['shipped', 'delivered'])
    await one({ path: `/orders/${order.id}/update_status`, body: { status }, headers })
  const { id } = await shop.beside.db.one<{ id: string }>(
    sql`SELECT id FROM orders.items WHERE order_id = ${order.id}`,
  )
  return { order, line_id: id }
}

const request = ({ order, line_id }: Awaited<ReturnType<typeof delivered>>, quantity: number): Rival => ({
  path: `/orders/${order.id}/returns`,
  body: { token: order.token, lines: [{ line_id, quantity, reason: 'other' }] },
})

test('60 requests for 2 of 5 pieces at once: two', async () => {
  const bought = await delivered(5)
  const answers = await race(
    shop.server.url,
    Array.from({ length: 60 }, () => request(bought, 2)),
  )
  expect(tally(answers)).toEqual({ '201': 2, '409 ORDERS_RETURN_TOO_MANY': 58 })
})

test('an inspected return paid 40 times at once, each with a key of its own: once', async () => {
  const bought = await delivered(2)
  const { id } = await one(request(bought, 2))
  for (const step of ['approve', 'receive'])
    await one({ path: `/returns/${String(id)}/${step}`, body: {}, headers })
  const lines = [{ line_id: bought.line_id, as_new: 1, damaged: 0, missing: 1, restock: true }]
  await one({ path: `/returns/${String(id)}/inspect`, body: { lines }, headers })
  const pay = (): Rival => ({
    path: `/orders/${bought.order.id}/refunds`,
    body: { return_id: id },
    headers: { ...headers, 'idempotency-key': randomUUID() },
  })
  await race(shop.server.url, Array.from({ length: 40 }, pay))
  await settle(shop.beside.db)
  const { status, paid, times } = await shop.beside.db.one<{
    status: string
    paid: number
    times: number
  }>(sql`
    SELECT r.status, p.refunded_minor AS paid, (SELECT count(*)::int FROM payments.refunds WHERE payment_id = p.id) AS times
    FROM orders.returns r JOIN payments.payments p ON p.order_id = r.order_id WHERE r.id = ${String(id)}`)
  expect({ status, paid, times }).toEqual({ status: 'refunded', paid: 10_000, times: 1 })
})

test('after all of it every invariant holds', () => expectSound(shop))
