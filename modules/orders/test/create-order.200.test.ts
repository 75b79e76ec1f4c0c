import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, homeAddress, openOrders, twoLines } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

test('an order adds up, waits for its payment and leaves one audit entry', async () => {
  const buyer = customer()
  const order = await shop.place(buyer)
  expect(order).toMatchObject({
    status: 'pending_payment',
    customer_id: buyer.id,
    subtotal: { amount: '37.50', currency: 'USD' },
    shipping_total: { amount: '4.90', currency: 'USD' },
    total: { amount: '42.40', currency: 'USD' },
    refunded_total: { amount: '0.00', currency: 'USD' },
    shipping_address: homeAddress,
    shipment: null,
    tracking_token: null,
    allowed_actions: ['cancel', 'pay'],
  })
  expect(order.items.map((item) => [item.product_name, item.line_total.amount])).toEqual([
    ['Shirt', '30.00'],
    ['Cap', '7.50'],
  ])
  expect(order.history.map((entry) => entry.status)).toEqual(['pending_payment'])
  expect(order.payment).toMatchObject({ status: 'pending', next_action: { type: 'redirect' } })
  expect(await shop.audits(order.id)).toMatchObject([
    { action: 'orders.placed', actor_kind: 'customer', actor_id: buyer.id },
  ])
})

test('what was not all there when it was ordered is told for good, and of nothing else', async () => {
  const buyer = customer()
  const [shirt, cap] = twoLines()
  if (shirt === undefined || cap === undefined) throw new Error('There are two lines.')
  const order = await shop.place(buyer, { lines: [shirt, { ...cap, ships_later: true }] })
  const told = (items: { product_name: string; ships_later?: boolean | undefined }[]) =>
    items.map(({ product_name, ships_later }) => [product_name, ships_later])
  const expected = [
    ['Shirt', undefined],
    ['Cap', true],
  ]
  expect(told(order.items)).toEqual(expected)
  await shop.pay(order.id)
  expect(told((await shop.get(buyer, order.id)).items)).toEqual(expected)
})

test('the same id again answers the order there is, also when both come at once', async () => {
  const buyer = guest()
  const order_id = newId()
  const lines = twoLines()
  const tries = await Promise.all(Array.from({ length: 8 }, () => shop.place(buyer, { order_id, lines })))
  expect(new Set(tries.map((order) => order.number)).size).toBe(1)
  expect(tries[0]?.items).toHaveLength(2)
  expect(await shop.audits(order_id)).toHaveLength(1)
})

test('numbers of orders differ', async () => {
  const placed = await Promise.all(Array.from({ length: 20 }, () => shop.place(customer())))
  expect(new Set(placed.map((order) => order.number)).size).toBe(20)
})

test('a guest’s order carries the token that opens it; the token itself is not stored', async () => {
  const buyer = guest()
  const order = await shop.place(buyer)
  expect(order.tracking_token).toMatch(/^[\w-]{43}$/)
  const rows = await shop.db.many(sql`SELECT to_jsonb(o) AS row FROM orders.orders o WHERE id = ${order.id}`)
  const stored = JSON.stringify(rows)
  expect(stored).not.toContain(order.tracking_token)
  expect(stored).not.toContain(buyer.guest_token)
})

test('nobody but the checkout process writes orders or says they are paid', async () => {
  const order = await shop.place(customer())
  for (const caller of ['edge', 'cart', 'payments', 'server']) {
    const as = { principal: customer(), caller }
    await expect(shop.call('createOrder', {}, as)).rejects.toMatchObject({ status: 403 })
    await expect(shop.call('markPaid', { order_id: order.id }, as)).rejects.toMatchObject({ status: 403 })
  }
  expect((await shop.list(customer())).total).toBe(0)
})
