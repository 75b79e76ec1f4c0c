import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { customer, guest, homeAddress, type Order, openOrders, staff } from './scene.ts'

let now = new Date()
let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => void (shop = await openOrders({ clock: () => now })))
afterAll(() => shop.close())

const address = { ...homeAddress, phone: '+44 117 496 0000' }
const inside = { principal: { kind: 'system' as const }, caller: 'customers' }

function person(account_id: string, email: string) {
  return { account_id, email, before: new Date(now.getTime() + 60_000).toISOString() }
}

const erase = (account_id: string, email: string): Promise<null> =>
  shop.call('erasePersonalData', person(account_id, email), inside)

const underWay = async (account_id: string): Promise<number> =>
  ((await shop.call('countOrdersUnderWay', { account_id }, inside)) as { under_way: number }).under_way

async function delivered(order: Order): Promise<void> {
  for (const status of ['shipped', 'delivered']) await shop.step(staff(), order.id, status)
}

/** All that is kept of an order, as text. */
async function stored(id: string): Promise<string> {
  return JSON.stringify([
    await shop.db.many(sql`SELECT * FROM orders.orders WHERE id = ${id}`),
    await shop.db.many(sql`SELECT * FROM orders.history WHERE order_id = ${id}`),
  ])
}

async function placed(extra: object = {}) {
  const buyer = customer()
  const email = `${newId()}@example.com`
  const order = await shop.place(buyer, {
    email,
    shipping_address: address,
    note: 'Ring at Marlow',
    ...extra,
  })
  return { buyer, email, order }
}

test('a paid order keeps its figures and its invoice’s address, for staff alone', async () => {
  const { buyer, email, order } = await placed()
  await shop.pay(order.id)
  await delivered(order)
  expect(await underWay(buyer.id)).toBe(0)
  await erase(buyer.id, email)

  const { phone: _phone, ...invoice } = address
  const seen = await shop.get(staff(), order.id)
  expect(seen).toMatchObject({
    email: '',
    note: null,
    total: order.total,
    items: order.items.map(({ sku }) => ({ sku })),
    shipping_address: { street: '-', city: '-', postal_code: '-', country: 'GB' },
    billing_address: invoice,
  })
  expect((await shop.get(buyer, order.id)).billing_address).toBeNull()
  const text = await stored(order.id)
  for (const word of [email, address.phone, 'Ring at']) expect(text).not.toContain(word)
  expect(await shop.news(order.id)).toContainEqual({
    type: 'orders.buyer-erased.v1',
    payload: { order_id: order.id },
  })
})

test('the address of the invoice goes when no law wants it any longer', async () => {
  const { buyer, email, order } = await placed({ billing_address: { ...address, street: '1 Bill Lane' } })
  await shop.pay(order.id)
  await delivered(order)
  await erase(buyer.id, email)
  expect(await stored(order.id)).toContain('1 Bill Lane')
  const then = now
  now = new Date(Date.UTC(then.getUTCFullYear() + 10, 11, 31, 23, 59))
  await shop.runSchedule('forget-buyers')
  expect(await stored(order.id)).toContain('1 Bill Lane')
  now = new Date(Date.UTC(then.getUTCFullYear() + 11, 0, 1))
  await shop.runSchedule('forget-buyers')
  expect(await stored(order.id)).not.toContain('1 Bill Lane')
  now = then
})

test('an order that was never paid keeps nothing, and neither does the reason it was cancelled for', async () => {
  const { buyer, email, order } = await placed()
  await shop.cancel(buyer, order.id, { reason: 'Marlow has moved' })
  await erase(buyer.id, email)
  const text = await stored(order.id)
  for (const word of [email, 'Marlow', 'Quay Street', '0117']) expect(text).not.toContain(word)
  const log = JSON.stringify((await shop.events()).filter(({ type }) => type === 'audit.entry-recorded.v1'))
  expect(log).not.toContain('Marlow')
})

test('what is under way is counted, and forgotten once it is settled', async () => {
  const { buyer, email, order } = await placed()
  expect(await underWay(buyer.id)).toBe(1)
  await shop.pay(order.id)
  expect(await underWay(buyer.id)).toBe(1)
  await erase(buyer.id, email)
  expect((await shop.get(staff(), order.id)).email).toBe(email)
  await shop.step(staff(), order.id, 'shipped')
  await shop.runSchedule('forget-buyers')
  expect((await shop.get(staff(), order.id)).email).toBe(email)

  // Nobody marks it as delivered: after 30 days it counts as such.
  const then = now
  now = new Date(now.getTime() + 30 * 86_400_000 + 60_000)
  expect(await underWay(buyer.id)).toBe(0)
  await shop.runSchedule('forget-buyers')
  expect((await shop.get(staff(), order.id)).email).toBe('')
  now = then
})

test('guests’ orders with the address go too, later ones and other people’s do not', async () => {
  const { buyer, email } = await placed()
  const mine = await shop.place(guest(), { email })
  await shop.abandon(mine.id)
  const others = await shop.place(customer(), { email })
  await shop.abandon(others.id)
  const late = await shop.place(guest(), { email })
  await shop.abandon(late.id)
  await shop.db.run(sql`UPDATE orders.orders SET placed_at = now() + interval '1 hour' WHERE id = ${late.id}`)
  await erase(buyer.id, email)
  const mailOf = async (id: string) => (await shop.get(staff(), id)).email
  expect(await Promise.all([mine.id, others.id, late.id].map(mailOf))).toEqual(['', email, email])
})

test('paid baskets do not tell who bought, from the moment it is to be forgotten', async () => {
  const bought = [await placed(), await placed(), await placed()] as const
  for (const { order } of bought) await shop.pay(order.id)
  const [settled, open, kept] = bought
  await delivered(settled.order)
  for (const { buyer, email } of [settled, open]) await erase(buyer.id, email)
  const page = (await shop.call(
    'listPaidBaskets',
    { after: null, limit: 200 },
    { caller: 'recommendations' },
  )) as { orders: { id: string; customer_id: string | null }[] }
  const told = new Map(page.orders.map(({ id, customer_id }) => [id, customer_id]))
  expect(bought.map(({ order }) => told.get(order.id))).toEqual([null, null, kept.buyer.id])
})

test('again and again, it is done once', async () => {
  const { buyer, email, order } = await placed()
  await shop.cancel(buyer, order.id)
  await Promise.all(Array.from({ length: 20 }, () => erase(buyer.id, email)))
  await erase(buyer.id, email)
  const news = await shop.news(order.id)
  expect(news.filter(({ type }) => type === 'orders.buyer-erased.v1')).toHaveLength(1)
  const audits = await shop.audits(order.id)
  expect(audits.filter(({ action }) => action === 'orders.buyer_erased')).toHaveLength(1)
})

test('the export holds one’s own orders, whole, and nobody else’s', async () => {
  const { buyer, email, order } = await placed()
  await shop.place(guest(), { email })
  const { sections }: { sections: { name: string; data: Order[] }[] } = await shop.call(
    'exportPersonalData',
    person(buyer.id, email),
    inside,
  )
  expect(sections.map(({ name }) => name)).toEqual(['orders', 'returns'])
  expect(sections[0]?.data).toMatchObject([{ id: order.id, email, shipping_address: address }])
})

test('nobody but the customers module may ask', async () => {
  const input = person(newId(), 'ada@example.com')
  for (const operation of ['erasePersonalData', 'exportPersonalData'])
    for (const as of [{ principal: staff() }, { principal: customer() }, { caller: 'notifications' }])
      await expect(shop.call(operation, input, as)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
