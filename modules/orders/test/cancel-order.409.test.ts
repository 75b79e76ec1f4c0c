import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

const refused = { code: 'ORDERS_NOT_CANCELLABLE', status: 409 }

test('what is shipped or delivered is not cancelled by anybody, and leaves no trace', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  await shop.step(staff(), id, 'shipped')
  const before = await shop.events()
  await expect(shop.cancel(buyer, id)).rejects.toMatchObject(refused)
  await expect(shop.cancel(staff(), id)).rejects.toMatchObject(refused)
  expect(await shop.events()).toEqual(before)
  await shop.step(staff(), id, 'delivered')
  await expect(shop.cancel(staff(), id)).rejects.toMatchObject(refused)
})

test('a buyer does not cancel what the shop works on', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  await shop.step(staff(), id, 'processing')
  await expect(shop.cancel(buyer, id)).rejects.toMatchObject(refused)
  expect((await shop.get(buyer, id)).allowed_actions).not.toContain('cancel')
})

test('of fifty tries at once, one cancels: one event, one audit entry', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => shop.cancel(buyer, id)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject(refused)
  const cancelled = (await shop.news(id)).filter((event) => event.type === 'orders.order-cancelled.v1')
  expect(cancelled).toHaveLength(1)
  expect((await shop.audits(id)).filter((entry) => entry.action === 'orders.cancelled')).toHaveLength(1)
})

test('paying and cancelling at once: one of them, and both are told which', async () => {
  for (let round = 0; round < 10; round += 1) {
    const buyer = customer()
    const { id } = await shop.place(buyer)
    const [paid, cancelled] = await Promise.allSettled([
      shop.pay(id),
      shop.abandon(id, 'payment_expired'),
      shop.pay(id),
    ])
    const { status } = await shop.get(buyer, id)
    expect(paid).toMatchObject({ status: 'fulfilled', value: { status } })
    expect(cancelled).toMatchObject({ status: 'fulfilled', value: { status } })
    expect(await shop.news(id)).toHaveLength(1)
    expect(await shop.audits(id)).toHaveLength(2)
  }
})
