import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, openReturns } from './returns-scene.ts'
import { customer, guest } from './scene.ts'

let shop: Awaited<ReturnType<typeof openReturns>>
beforeAll(async () => {
  shop = await openReturns()
})
afterAll(() => shop.close())

test('from the request to the money: each step is kept, told and audited', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const begun = await shop.request(buyer, order, { note: 'Too small.' })
  expect(begun).toMatchObject({ status: 'requested', note: 'Too small.', ship_to: null, refunded: null })
  expect(begun.number).toMatch(/^R-\d+$/)
  expect(begun.allowed_actions).toEqual(['cancel'])
  expect((await shop.back(clerk, begun.id)).allowed_actions).toEqual(['approve', 'reject'])

  const approved = await shop.approve(begun.id, { note: 'Please use the box.' })
  expect(approved).toMatchObject({ status: 'approved', ship_to: 'Returns\n1 Mill Lane\nBristol' })
  await shop.receive(begun.id)
  const looked = await shop.inspect(begun.id, shop.looked(begun, 'as_new', true))
  expect(looked.lines[0]?.inspection).toEqual({ as_new: 1, damaged: 0, missing: 0, restock: true })
  expect(looked.allowed_actions).toEqual(['refund', 'close'])

  const { line_id } = begun.lines[0]!
  const variant_id = order.items[0]!.variant_id
  const line = { line_id, variant_id, quantity: 1, amount_minor: 1_500, restock: false }
  const refund = { refund_id: newId(), lines: [line], return_id: begun.id }
  await shop.paidBack(order.id, refund)
  await shop.paidBack(order.id, refund)
  const done = await shop.back(buyer, begun.id)
  expect(done).toMatchObject({ status: 'refunded', refunded: { amount: '15.00' }, allowed_actions: [] })
  expect(done.history.map(({ status }) => status)).toEqual([
    ...['requested', 'approved', 'received', 'inspected', 'refunded'],
  ])
  expect(done.history[1]?.note).toBe('Please use the box.')
  expect((await shop.get(buyer, order.id)).refunds).toMatchObject([
    { amount: { amount: '15.00' }, shipping: { amount: '0.00' }, lines: [{ line_id, quantity: 1 }] },
  ])

  const told = (await shop.news(order.id)).map(
    ({ payload }) => payload as { status?: string; lines?: object },
  )
  expect(told.filter(({ status }) => status).map(({ status }) => status)).toEqual([
    ...['requested', 'approved', 'received', 'inspected', 'refunded'],
  ])
  expect(told.filter(({ lines }) => lines)).toEqual([
    { order_id: order.id, return_id: begun.id, lines: [{ variant_id, quantity: 1 }] },
  ])
  expect((await shop.audits(begun.id)).map(({ action }) => action)).toEqual([
    'orders.return-requested',
    'orders.return-approved',
    'orders.return-received',
    'orders.return-inspected',
    'orders.return-refunded',
  ])
})

test('pieces that are damaged, missing, or not to be sold again are not told to the stock', async () => {
  const buyer = customer()
  for (const [kind, restock] of [
    ['damaged', true],
    ['missing', true],
    ['as_new', false],
  ] as const) {
    const order = await shop.delivered(buyer)
    const begun = await shop.request(buyer, order)
    await shop.approve(begun.id)
    await shop.receive(begun.id)
    await shop.inspect(begun.id, shop.looked(begun, kind, restock))
    const types = (await shop.news(order.id)).map(({ type }) => type)
    expect(types).not.toContain('orders.pieces-returned.v1')
  }
})

test('what can be sent back is what was delivered less what other returns have', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const [shirt, cap] = order.items
  const left = async () => (await shop.of(buyer, order.id)).returnable.map(({ quantity }) => quantity)
  expect(await left()).toEqual([2, 1])
  const first = await shop.request(buyer, order)
  expect(await left()).toEqual([1, 1])
  await shop.cancelReturn(first.id, {}, buyer)
  expect(await left()).toEqual([2, 1])
  const all = [shirt!, cap!].map((item) => ({ line_id: item.id, quantity: item.quantity, reason: 'other' }))
  const second = await shop.request(buyer, order, { lines: all })
  expect(await left()).toEqual([])
  await shop.approve(second.id)
  await shop.receive(second.id)
  // What was not in the parcel is still with the buyer.
  const looked = [
    { line_id: shirt!.id, as_new: 1, damaged: 0, missing: 1, restock: true },
    { line_id: cap!.id, as_new: 0, damaged: 1, missing: 0, restock: false },
  ]
  await shop.inspect(second.id, { lines: looked })
  expect(await left()).toEqual([1])
  expect((await shop.of(buyer, order.id)).items.map(({ id }) => id)).toEqual([second.id, first.id])
})

test('a parcel that never came, and a request that was refused, leave the pieces with the buyer', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const refused = await shop.request(buyer, order)
  await shop.reject(refused.id, { note: 'It was worn.' })
  const lost = await shop.request(buyer, order)
  await shop.approve(lost.id)
  await shop.closeReturn(lost.id, { note: 'Nothing came.' })
  expect((await shop.of(buyer, order.id)).returnable.map(({ quantity }) => quantity)).toEqual([2, 1])
  expect((await shop.back(buyer, refused.id)).history.at(-1)).toMatchObject({ note: 'It was worn.' })
})

test('a guest by the link of the order, or the cart that it was bought with', async () => {
  const buyer = guest()
  const order = await shop.delivered(buyer)
  const token = (await shop.get(buyer, order.id)).tracking_token ?? ''
  const elsewhere = guest(null)
  const begun = await shop.request(elsewhere, order, { token })
  expect((await shop.of(elsewhere, order.id, token)).items).toMatchObject([{ id: begun.id }])
  expect((await shop.back(elsewhere, begun.id, { token })).id).toBe(begun.id)
  expect((await shop.back(buyer, begun.id)).id).toBe(begun.id)
  expect((await shop.cancelReturn(begun.id, { token }, elsewhere)).status).toBe('cancelled')
})

test('staff see all, by state and words; customers their own', async () => {
  const buyer = customer()
  const order = await shop.delivered(buyer)
  const begun = await shop.request(buyer, order)
  const list = (
    who: typeof buyer | typeof clerk,
    filter: object = {},
  ): Promise<{ items: { id: string }[]; total: number }> =>
    shop.call('listReturns', filter, { principal: who })
  expect((await list(buyer)).items).toMatchObject([
    { id: begun.id, order_number: order.number, piece_count: 1, first_item_name: 'Shirt' },
  ])
  expect(await list(customer())).toMatchObject({ items: [], total: 0 })
  for (const q of [begun.number.toLowerCase(), order.number])
    expect((await list(clerk, { q })).items).toMatchObject([{ id: begun.id }])
  expect((await list(clerk, { q: begun.number, status: 'approved' })).total).toBe(0)
})
