import { OrderStatus } from '@rampart/contracts/orders.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourcesOf } from '../domain/states.ts'
import { customer, guest, notFound, openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => {
  shop = await openOrders()
})
afterAll(() => shop.close())

const clerk = staff()
const refused = { code: 'ORDERS_STEP_NOT_ALLOWED', status: 409 }

/** An order that stands at a status, brought there by real steps. */
async function orderAt(status: string): Promise<string> {
  const { id } = await shop.place(customer())
  if (status === 'cancelled') await shop.cancel(clerk, id)
  if (status === 'pending_payment' || status === 'cancelled') return id
  await shop.pay(id)
  if (status === 'processing') await shop.step(clerk, id, 'processing')
  if (status === 'shipped' || status === 'delivered') await shop.step(clerk, id, 'shipped')
  if (status === 'delivered') await shop.step(clerk, id, 'delivered')
  return id
}

test.each(OrderStatus.options)(
  'from %s, the table’s steps are taken and all others refused',
  async (from) => {
    for (const to of OrderStatus.options) {
      const id = await orderAt(from)
      const before = await shop.events()
      // Cancelling has an operation of its own, which also gives money and stock back.
      const allowed = to !== 'cancelled' && sourcesOf(to, 'staff').includes(from)
      if (allowed) {
        expect((await shop.step(clerk, id, to)).status).toBe(to)
        continue
      }
      await expect(shop.step(clerk, id, to), `${from} to ${to}`).rejects.toMatchObject(refused)
      expect((await shop.get(clerk, id)).status).toBe(from)
      expect(await shop.events()).toEqual(before)
    }
  },
)

test('the same step by twenty at once is taken once', async () => {
  const { id } = await shop.paid()
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => shop.step(clerk, id, 'shipped')))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect((await shop.news(id)).filter((event) => event.type === 'orders.order-shipped.v1')).toHaveLength(1)
})

test('nobody but staff with the permission takes a step', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  await expect(shop.step(buyer, id, 'shipped')).rejects.toMatchObject({ status: 403 })
  await expect(shop.step(guest(), id, 'shipped')).rejects.toMatchObject({ status: 401 })
  await expect(shop.step(staff(['orders:read']), id, 'shipped')).rejects.toMatchObject({ status: 403 })
  await expect(shop.step(clerk, newId(), 'shipped')).rejects.toMatchObject(notFound)
})

test('a parcel’s address must be https', async () => {
  const { id } = await shop.paid()
  for (const tracking_url of ['javascript:alert(1)', 'http://post.example/1', 'data:text/html,x', '//x']) {
    await expect(shop.step(clerk, id, 'shipped', { tracking_url })).rejects.toMatchObject({ status: 400 })
  }
})
