import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

test('a buyer cancels an unpaid order: one step, one event, one audit entry', async () => {
  const buyer = customer()
  const { id } = await shop.place(buyer)
  const order = await shop.cancel(buyer, id, { reason: 'changed my mind' })
  expect(order).toMatchObject({ status: 'cancelled', allowed_actions: [] })
  expect(order.payment).toMatchObject({ status: 'cancelled', next_action: null })
  expect(order.history.map((entry) => [entry.status, entry.note])).toEqual([
    ['pending_payment', null],
    ['cancelled', 'changed my mind'],
  ])
  const news = [
    { type: 'orders.order-cancelled.v1', payload: { order_id: id, reason: 'cancelled', was_paid: false } },
  ]
  expect(await shop.news(id)).toEqual(news)
  expect((await shop.audits(id)).map((entry) => entry.action)).toEqual(['orders.placed', 'orders.cancelled'])
})

test('a paid order is cancelled by its buyer, and the event says that money must go back', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  const order = await shop.cancel(buyer, id)
  expect(order.status).toBe('cancelled')
  // Until the refund is news, the money is still with the shop.
  expect(order.payment?.status).toBe('captured')
  expect((await shop.news(id)).at(-1)?.payload).toMatchObject({ was_paid: true })
})

test('a guest cancels with the mailed token alone, and sees the answer', async () => {
  const placed = await shop.place(guest())
  const order = await shop.cancel(guest(null), placed.id, { token: placed.tracking_token })
  expect(order.status).toBe('cancelled')
  const audits = await shop.audits(placed.id)
  expect(audits.at(-1)).toMatchObject({ action: 'orders.cancelled', actor_kind: 'guest', actor_id: null })
})

test('staff cancel what is in work', async () => {
  const { id } = await shop.paid()
  const clerk = staff()
  await shop.step(clerk, id, 'processing')
  expect((await shop.cancel(clerk, id)).status).toBe('cancelled')
  expect((await shop.audits(id)).at(-1)).toMatchObject({ actor_kind: 'staff', actor_id: clerk.id })
})
