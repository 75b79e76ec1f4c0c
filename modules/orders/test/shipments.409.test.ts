import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customer, notFound, openOrders, type Order, staff, twoLines } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => void (shop = await openOrders()))
afterAll(() => shop.close())

const clerk = staff()
const notShippable = { code: 'ORDERS_NOT_SHIPPABLE', status: 409 }
const notLeft = { code: 'ORDERS_PIECES_NOT_LEFT', status: 409 }
const noStep = { code: 'ORDERS_SHIPMENT_STEP_NOT_ALLOWED', status: 409 }

/** A refused call changes nothing and tells nobody. */
async function refused(run: () => Promise<unknown>, failure: object): Promise<void> {
  const before = await shop.events()
  await expect(run()).rejects.toMatchObject(failure)
  expect(await shop.events()).toEqual(before)
}

test('what is unpaid, cancelled or sent is not packed', async () => {
  const unpaid = await shop.place(customer())
  const cancelled = await shop.paid()
  await shop.cancel(clerk, cancelled.id)
  const sent = await shop.paid()
  await shop.step(clerk, sent.id, 'shipped')
  for (const { id } of [unpaid, cancelled, sent]) await refused(() => shop.pack(clerk, id), notShippable)
})

test('more pieces than are left, or of another order, are refused whole', async () => {
  const { id, items } = await shop.paid()
  const [shirts, cap] = items.map((item) => item.id)
  const both = (quantity: number) => ({
    lines: [
      { item_id: cap, quantity: 1 },
      { item_id: shirts, quantity },
    ],
  })
  await refused(() => shop.pack(clerk, id, both(3)), notLeft)
  await shop.pack(clerk, id, { lines: [{ item_id: shirts, quantity: 1 }] })
  await refused(() => shop.pack(clerk, id, both(2)), notLeft)
  await shop.pack(clerk, id, both(1))
  await refused(() => shop.pack(clerk, id), notLeft)
  const other = await shop.paid()
  await refused(() => shop.pack(clerk, other.id, both(1)), notFound)
  const twice = [1, 1].map((quantity) => ({ item_id: other.items[0]!.id, quantity }))
  await refused(() => shop.pack(clerk, other.id, { lines: twice }), {
    code: 'ORDERS_LINE_TWICE',
    status: 400,
  })
  await refused(() => shop.pack(clerk, other.id, { lines: [] }), { status: 400 })
})

test('a shipment goes one way', async () => {
  const { id } = await shop.paid()
  const [parcel] = (await shop.pack(clerk, id, { shipped: true })).shipments
  for (const state of ['shipped', 'cancelled'])
    await refused(() => shop.move(clerk, id, parcel!.id, state), noStep)
  await refused(() => shop.move(clerk, id, parcel!.id, 'packed'), { status: 400 })
  const other = await shop.paid()
  const [packed] = (await shop.pack(clerk, other.id)).shipments
  await refused(() => shop.move(clerk, other.id, packed!.id, 'delivered'), noStep)
  await refused(() => shop.move(clerk, id, packed!.id, 'shipped'), notFound)
  await refused(() => shop.track(clerk, id, newId(), { carrier: 'Post' }), notFound)
  await refused(() => shop.track(clerk, other.id, packed!.id, { tracking_url: 'http://post.example' }), {
    status: 400,
  })
  await shop.move(clerk, other.id, packed!.id, 'cancelled')
  await refused(() => shop.track(clerk, other.id, packed!.id, { carrier: 'Post' }), noStep)
})

test('what has left in part is neither cancelled nor sent elsewhere', async () => {
  const { id, items } = await shop.paid()
  await shop.pack(clerk, id, { shipped: true, lines: [{ item_id: items[0]!.id, quantity: 1 }] })
  await refused(() => shop.cancel(clerk, id), { code: 'ORDERS_NOT_CANCELLABLE' })
  await refused(() => shop.correct(clerk, id, { note: 'Elsewhere' }), { code: 'ORDERS_NOT_EDITABLE' })
})

describe('sellers', () => {
  const [ana, bo] = [staff(['orders:own']), staff(['orders:own'])]
  let mixed: Order
  beforeAll(async () => {
    const lines = twoLines().map((line, index) => ({ ...line, seller_id: index === 0 ? ana.id : bo.id }))
    mixed = await shop.place(customer(), { lines })
    await shop.pay(mixed.id)
  })

  test('pack what they sold, and it alone', async () => {
    const others = [{ item_id: mixed.items[1]!.id, quantity: 1 }]
    await refused(() => shop.pack(ana, mixed.id, { lines: others }), notFound)
    const { shipments } = await shop.pack(ana, mixed.id, { shipped: true })
    expect(shipments).toMatchObject([{ lines: [{ item_id: mixed.items[0]!.id, quantity: 2 }] }])
    const [parcel] = shipments
    for (const state of ['delivered', 'shipped'])
      await refused(() => shop.move(bo, mixed.id, parcel!.id, state), notFound)
    await refused(() => shop.track(bo, mixed.id, parcel!.id, { carrier: 'Mine' }), notFound)
    const seen = async (who: typeof ana) =>
      ((await shop.call('getSale', { order_id: mixed.id }, { principal: who })) as Order).shipments
    expect(await seen(ana)).toMatchObject([{ id: parcel!.id }])
    expect(await seen(bo)).toEqual([])
    expect((await shop.get(clerk, mixed.id)).fulfilment).toBe('partly_shipped')
    await shop.move(ana, mixed.id, parcel!.id, 'delivered')
    await shop.pack(bo, mixed.id, { shipped: true })
    expect((await shop.get(clerk, mixed.id)).status).toBe('shipped')
  })

  test('do not meet orders without lines of theirs, nor unpaid ones', async () => {
    const lines = twoLines().map((line) => ({ ...line, seller_id: ana.id }))
    const unpaid = await shop.place(customer(), { lines })
    await refused(() => shop.pack(ana, unpaid.id), notFound)
    await refused(() => shop.pack(bo, unpaid.id), notFound)
  })

  test('are each given a shipment when staff send all at once', async () => {
    const lines = twoLines().map((line, index) => ({ ...line, seller_id: index === 0 ? ana.id : null }))
    const { id } = await shop.place(customer(), { lines })
    await shop.pay(id)
    const { shipments } = await shop.pack(clerk, id)
    expect(shipments).toHaveLength(2)
    expect(JSON.stringify(shipments)).not.toContain(ana.id)
  })
})

test('customers and guests pack nothing', async () => {
  const buyer = customer()
  const { id } = await shop.paid(buyer)
  await refused(() => shop.pack(buyer, id), { status: 403 })
  await refused(() => shop.pack(staff(['orders:read']), id), { status: 403 })
})
