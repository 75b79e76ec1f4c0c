import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

const refunded = (order_id: string, amount_minor: number, refunded_minor: number, full = false) => ({
  payment_id: newId(),
  order_id,
  refund_id: newId(),
  amount_minor,
  refunded_minor,
  currency: 'USD',
  full,
})
const type = 'payments.payment-refunded.v1'

test('the order tells how much was paid back, whatever the order and number of deliveries', async () => {
  const { id } = await shop.paid()
  const [first, second] = [refunded(id, 1_000, 1_000), refunded(id, 240, 1_240)]
  const event = newId()
  await shop.deliver(type, second)
  await shop.deliver(type, first, event)
  await shop.deliver(type, first, event)
  const order = await shop.get(staff(), id)
  expect(order.refunded_total.amount).toBe('12.40')
  expect(order.payment?.status).toBe('partially_refunded')
  expect(order.allowed_actions).toContain('refund')
})

test('once all is paid back, nothing more is offered', async () => {
  const { id } = await shop.paid()
  await shop.deliver(type, refunded(id, 4_240, 4_240, true))
  const order = await shop.get(staff(), id)
  expect(order.payment?.status).toBe('refunded')
  expect(order.allowed_actions).not.toContain('refund')
})

test('news of an order that is not there has no effect', async () => {
  await shop.deliver(type, refunded(newId(), 100, 100, true))
  expect(await shop.events()).not.toContainEqual(expect.objectContaining({ type }))
})
