import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => void (shop = await openCheckout()))
afterAll(() => shop.close())

const planOf = async (order_id: string): Promise<string> =>
  JSON.stringify(await shop.db.one(sql`SELECT plan FROM checkout.processes WHERE order_id = ${order_id}`))

async function bought() {
  const who = customer()
  const key = newId()
  const input = { items: [{ variant_id: shop.article(), quantity: 1 }] }
  const order = await shop.place(who, input, key)
  return { who, key, input, order }
}

test('a plan forgets its buyer when they leave, and still finds its order when the request comes again', async () => {
  const { who, key, input, order } = await bought()
  shop.bank(order.id, 'captured')
  await shop.complete(who, order.id)
  expect(await planOf(order.id)).toContain('Quay Street')
  for (let time = 0; time < 2; time += 1)
    await shop.deliver('orders.buyer-erased.v1', { order_id: order.id }, order.id)
  const plan = await planOf(order.id)
  for (const word of ['ada@example.com', 'Ada Marlow', 'Quay Street']) expect(plan).not.toContain(word)
  expect((await shop.place(who, input, key)).id).toBe(order.id)
})

test('two days after its end a purchase has forgotten its buyer anyway; one under way has not', async () => {
  const [ended, open] = [await bought(), await bought()]
  shop.bank(ended.order.id, 'captured')
  await shop.complete(ended.who, ended.order.id)
  await shop.runSchedule('forget-buyers')
  expect(await planOf(ended.order.id)).toContain('Quay Street')
  await shop.db.run(sql`UPDATE checkout.processes SET updated_at = now() - interval '49 hours'`)
  await shop.runSchedule('forget-buyers')
  expect(await planOf(ended.order.id)).not.toContain('Quay Street')
  expect(await planOf(open.order.id)).toContain('Quay Street')
})
