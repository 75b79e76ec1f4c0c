import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

test('an order goes its way: each step is told, noted and audited once', async () => {
  const buyer = customer()
  const clerk = staff()
  const { id } = await shop.paid(buyer)
  expect((await shop.get(clerk, id)).allowed_actions).toEqual(['processing', 'shipped', 'cancel', 'refund'])
  await shop.step(clerk, id, 'processing', { note: 'picking' })
  const parcel = { carrier: 'Post', tracking_number: 'RM1', tracking_url: 'https://post.example/RM1' }
  const shipped = await shop.step(clerk, id, 'shipped', parcel)
  expect(shipped.shipment).toEqual(parcel)
  const order = await shop.step(clerk, id, 'delivered')
  expect(order.history.map((entry) => [entry.status, entry.note])).toEqual([
    ['pending_payment', null],
    ['paid', null],
    ['processing', 'picking'],
    ['shipped', null],
    ['delivered', null],
  ])
  expect((await shop.news(id)).map((event) => event.type)).toEqual([
    'orders.order-paid.v1',
    'orders.shipment-sent.v1',
    'orders.order-shipped.v1',
    'orders.order-delivered.v1',
  ])
  expect((await shop.audits(id)).map((entry) => [entry.action, entry.actor_kind])).toEqual([
    ['orders.placed', 'customer'],
    ['orders.paid', 'system'],
    ['orders.processing', 'staff'],
    ['orders.shipped', 'staff'],
    ['orders.delivered', 'staff'],
  ])
  expect((await shop.get(buyer, id)).shipment).toEqual(parcel)
})
