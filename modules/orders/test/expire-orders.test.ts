import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, openOrders } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

const old = (id: string) =>
  shop.db.run(sql`UPDATE orders.orders SET placed_at = now() - interval '31 minutes' WHERE id = ${id}`)

test('only what has waited too long for its payment is cancelled, once', async () => {
  const buyer = customer()
  const [young, late, paid] = [await shop.place(buyer), await shop.place(buyer), await shop.paid(buyer)]
  await old(late.id)
  await old(paid.id)
  await Promise.all([shop.runSchedule('expire-orders'), shop.runSchedule('expire-orders')])
  await shop.runSchedule('expire-orders')
  expect((await shop.get(buyer, young.id)).status).toBe('pending_payment')
  expect((await shop.get(buyer, paid.id)).status).toBe('paid')
  expect((await shop.get(buyer, late.id)).history.map((entry) => [entry.status, entry.note])).toEqual([
    ['pending_payment', null],
    ['cancelled', 'payment_expired'],
  ])
  expect(await shop.news(late.id)).toHaveLength(1)
  expect((await shop.audits(late.id)).map((entry) => entry.action)).toEqual([
    'orders.placed',
    'orders.abandoned',
  ])
})

test('what the process abandons stays cancelled; what is paid stays paid', async () => {
  const buyer = customer()
  const failed = await shop.place(buyer)
  expect(await shop.abandon(failed.id)).toEqual({ status: 'cancelled' })
  expect(await shop.abandon(failed.id)).toEqual({ status: 'cancelled' })
  expect(await shop.pay(failed.id)).toEqual({ status: 'cancelled' })
  expect((await shop.get(buyer, failed.id)).payment?.status).toBe('failed')
  const paid = await shop.paid(buyer)
  expect(await shop.abandon(paid.id, 'payment_expired')).toEqual({ status: 'paid' })
  expect(await shop.pay(paid.id)).toEqual({ status: 'paid' })
  expect(await shop.news(paid.id)).toHaveLength(1)
  expect(await shop.audits(paid.id)).toHaveLength(2)
})
