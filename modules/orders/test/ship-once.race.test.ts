import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => void (shop = await openOrders()))
afterAll(() => shop.close())

const ROUNDS = 8

type Sent = { pieces: number }

/** What all shipments of an order that stand hold of a line, at most, beyond what was sold of it. */
async function tooMany(id: string): Promise<number> {
  const { count } = await shop.db.one<{ count: number }>(sql`
    SELECT count(*) AS count FROM orders.items i WHERE i.order_id = ${id} AND i.quantity < (
      SELECT coalesce(sum(l.quantity), 0) FROM orders.shipment_lines l JOIN orders.shipments s ON s.id = l.shipment_id
      WHERE l.order_id = i.order_id AND l.position = i.position AND s.state <> 'cancelled')`)
  return count
}

test('of those who send the last pieces at once, one does', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { id, items } = await shop.paid()
    const last = {
      shipped: true,
      lines: items.map((item) => ({ item_id: item.id, quantity: item.quantity })),
    }
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => shop.pack(staff(), id, last)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const order = await shop.get(staff(), id)
    expect(order).toMatchObject({ status: 'shipped', shipments: [{ state: 'shipped' }] })
    expect(await tooMany(id)).toBe(0)
  }
})

test('pieces that many take one by one go out as often as they were sold', async () => {
  const line = { item_id: '', quantity: 1 }
  const { id, items } = await shop.paid()
  line.item_id = items[0]!.id
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, () => shop.pack(staff(), id, { lines: [line] })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(await tooMany(id)).toBe(0)
})

test('an order is either sent or cancelled', async () => {
  const ends = { shipped: 0, cancelled: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const buyer = customer()
    const { id } = await shop.paid(buyer)
    await Promise.allSettled([
      ...(round % 2 === 0 ? [shop.cancel(buyer, id)] : []),
      shop.pack(staff(), id, { shipped: true }),
      shop.cancel(buyer, id),
      shop.step(staff(), id, 'shipped'),
    ])
    const { status, shipments } = await shop.get(staff(), id)
    expect(status === 'shipped' || status === 'cancelled').toBe(true)
    const sent = shipments.filter(({ state }) => state === 'shipped').length
    expect(sent).toBe(status === 'shipped' ? 1 : 0)
    ends[status as keyof typeof ends]++
    const { pieces } = await shop.db.one<Sent>(sql`
      SELECT sent_count AS pieces FROM orders.orders WHERE id = ${id}`)
    expect(pieces).toBe(status === 'shipped' ? 3 : 0)
  }
  expect(ends.shipped + ends.cancelled).toBe(ROUNDS)
})
