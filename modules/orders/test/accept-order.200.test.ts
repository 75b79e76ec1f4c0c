import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

const accept = (order_id: string): Promise<{ status: string | null }> =>
  shop.call('acceptOrder', { order_id }, { principal: { kind: 'system' }, caller: 'checkout' })
const captured = (order_id: string) =>
  shop.deliver('payments.payment-captured.v1', {
    payment_id: order_id,
    order_id,
    amount_minor: 4_240,
    currency: 'USD',
  })

test('an order that is paid at the door goes into processing once, unpaid, and is told of once', async () => {
  const order = await shop.place(customer())
  const answers = await Promise.all([accept(order.id), accept(order.id), accept(order.id)])
  expect(answers).toEqual(answers.map(() => ({ status: 'processing' })))
  expect((await shop.news(order.id)).map(({ type }) => type)).toEqual(['orders.order-accepted.v1'])
  expect((await shop.audits(order.id)).map(({ action }) => action)).toEqual([
    'orders.placed',
    'orders.accepted',
  ])
  const seen = await shop.get(staff(), order.id)
  expect([seen.status, seen.payment?.status]).toEqual(['processing', 'pending'])
  expect(seen.allowed_actions).not.toContain('refund')
})

test('the cash that comes in makes it paid, wherever it is by then', async () => {
  const order = await shop.place(customer())
  await captured(order.id)
  expect((await shop.get(staff(), order.id)).payment?.status).toBe('pending')
  await accept(order.id)
  await shop.step(staff(), order.id, 'shipped')
  await captured(order.id)
  const seen = await shop.get(staff(), order.id)
  expect([seen.status, seen.payment?.status]).toEqual(['shipped', 'captured'])
})

test('cancelled first, it is not taken in; cancelled later, nobody is told of money', async () => {
  const [gone, late] = [await shop.place(customer()), await shop.place(customer())]
  await shop.abandon(gone.id)
  expect(await accept(gone.id)).toEqual({ status: 'cancelled' })
  await accept(late.id)
  await shop.cancel(staff(), late.id)
  const told = (await shop.news(late.id)).find(({ type }) => type === 'orders.order-cancelled.v1')
  expect(told?.payload).toMatchObject({ was_paid: false })
  await captured(late.id)
  expect((await shop.get(staff(), late.id)).payment?.status).toBe('cancelled')
})
