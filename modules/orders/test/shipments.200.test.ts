import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, openOrders, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openOrders>>
beforeAll(async () => void (shop = await openOrders()))
afterAll(() => shop.close())

const clerk = staff()
const parcel = { carrier: 'Post', tracking_number: 'RM1', tracking_url: 'https://post.example/RM1' }

test('an order leaves in two parcels, and its status follows them', async () => {
  const buyer = customer()
  const { id, items } = await shop.paid(buyer)
  const [shirts, cap] = items.map((item) => item.id)
  const first = await shop.pack(clerk, id, { lines: [{ item_id: shirts, quantity: 1 }] })
  expect(first.shipments).toMatchObject([
    { number: 1, state: 'packed', lines: [{ item_id: shirts, quantity: 1 }], shipped_at: null },
  ])
  const packed = await shop.get(clerk, id)
  expect(packed).toMatchObject({ status: 'processing', fulfilment: 'none', shipments: [{ number: 1 }] })
  expect((await shop.get(buyer, id)).shipments).toEqual([])

  await shop.move(clerk, id, first.shipments[0]!.id, 'shipped')
  const partly = await shop.get(buyer, id)
  expect(partly).toMatchObject({
    status: 'processing',
    fulfilment: 'partly_shipped',
    shipments: [{ number: 1 }],
  })
  expect(partly.allowed_actions).not.toContain('cancel')
  expect((await shop.list(clerk, { q: partly.number })).items[0]).toMatchObject({
    fulfilment: 'partly_shipped',
  })

  const second = await shop.pack(clerk, id, { shipped: true, ...parcel })
  expect(second.shipments).toMatchObject([
    {
      ...{ number: 2, state: 'shipped', ...parcel },
      lines: [
        { item_id: shirts, quantity: 1 },
        { item_id: cap, quantity: 1 },
      ],
    },
  ])
  expect(await shop.get(buyer, id)).toMatchObject({
    status: 'shipped',
    fulfilment: 'shipped',
    shipment: parcel,
  })

  await shop.move(clerk, id, second.shipments[0]!.id, 'delivered')
  expect(await shop.get(buyer, id)).toMatchObject({ status: 'shipped', fulfilment: 'partly_delivered' })
  await shop.move(clerk, id, first.shipments[0]!.id, 'delivered')
  const there = await shop.get(buyer, id)
  expect(there).toMatchObject({ status: 'delivered', fulfilment: 'delivered' })
  expect(there.history.map(({ status }) => status)).toEqual([
    ...['pending_payment', 'paid', 'processing', 'shipped', 'delivered'],
  ])
  expect((await shop.news(id)).map(({ type }) => type)).toEqual([
    'orders.order-paid.v1',
    'orders.shipment-sent.v1',
    'orders.shipment-sent.v1',
    'orders.order-shipped.v1',
    'orders.order-delivered.v1',
  ])
  expect((await shop.audits(id)).map(({ action }) => action).slice(2)).toEqual([
    'orders.shipment_packed',
    'orders.shipment_shipped',
    'orders.shipment_shipped',
    'orders.shipment_delivered',
    'orders.shipment_delivered',
  ])
})

test('marking the whole order as shipped sends what is packed and what is left', async () => {
  const { id, items } = await shop.paid()
  await shop.pack(clerk, id, { lines: [{ item_id: items[0]!.id, quantity: 2 }] })
  const sent = await shop.step(clerk, id, 'shipped', { ...parcel, note: 'Both by hand' })
  expect(sent.shipments).toMatchObject([
    { state: 'shipped', ...parcel, lines: [{ quantity: 2 }] },
    { state: 'shipped', ...parcel, lines: [{ quantity: 1 }] },
  ])
  expect(sent).toMatchObject({ status: 'shipped', shipment: parcel })
  expect(sent.history.at(-1)).toMatchObject({ status: 'shipped', note: 'Both by hand' })
  const types = (await shop.news(id)).map(({ type }) => type)
  expect(types.filter((type) => type === 'orders.shipment-sent.v1')).toHaveLength(2)
  const there = await shop.step(clerk, id, 'delivered')
  expect(there.shipments.map(({ state }) => state)).toEqual(['delivered', 'delivered'])
})

test('a packed shipment is taken back, and its pieces are packed anew', async () => {
  const { id } = await shop.paid()
  const { shipments } = await shop.pack(clerk, id)
  await shop.move(clerk, id, shipments[0]!.id, 'cancelled')
  const again = await shop.pack(clerk, id)
  expect(again.shipments).toMatchObject([{ number: 2, lines: [{ quantity: 2 }, { quantity: 1 }] }])
  expect((await shop.get(clerk, id)).shipments.map(({ state }) => state)).toEqual(['cancelled', 'packed'])
})

test('tracking is added once the parcel is on its way, and one field leaves the others', async () => {
  const { id } = await shop.paid()
  const { shipments } = await shop.pack(clerk, id, { shipped: true, carrier: 'Post' })
  const { shipments: tracked } = await shop.track(clerk, id, shipments[0]!.id, { tracking_number: 'RM2' })
  expect(tracked).toMatchObject([{ carrier: 'Post', tracking_number: 'RM2', tracking_url: null }])
  const { shipments: untracked } = await shop.track(clerk, id, shipments[0]!.id, { carrier: null })
  expect(untracked).toMatchObject([{ carrier: null, tracking_number: 'RM2' }])
})

test('an order that is cancelled takes back what was packed', async () => {
  const { id } = await shop.paid()
  await shop.pack(clerk, id)
  const cancelled = await shop.cancel(clerk, id)
  expect(cancelled.shipments).toMatchObject([{ state: 'cancelled' }])
})
