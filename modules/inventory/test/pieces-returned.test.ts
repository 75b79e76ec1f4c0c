import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAIN_LOCATION as MAIN } from '../domain/locations.ts'
import { brokenRules, openInventory, staff } from './scene.ts'

let h: Awaited<ReturnType<typeof openInventory>>
beforeAll(async () => {
  h = await openInventory()
})
afterAll(async () => {
  const broken = await brokenRules(h.db)
  await h.close()
  expect(broken).toEqual([])
})

async function sold(quantity: number, onShelf = 10) {
  const variant_id = await h.stock(onShelf)
  const order_id = newId()
  await h.reserve([{ variant_id, quantity }], order_id)
  await h.commit(order_id)
  const returned = (pieces: number, event = newId()) =>
    h.deliver(
      'orders.pieces-returned.v1',
      { order_id, return_id: newId(), lines: [{ variant_id, quantity: pieces }] },
      event,
    )
  const refunded = (pieces: number, restock: boolean) =>
    h.deliver('payments.payment-refunded.v1', {
      ...{ payment_id: newId(), order_id, refund_id: newId(), amount_minor: 100, refunded_minor: 100 },
      ...{ currency: 'USD', full: false },
      lines: [{ line_id: newId(), variant_id, quantity: pieces, amount_minor: 100, restock }],
    })
  return { variant_id, order_id, returned, refunded, onHand: async () => (await h.level(variant_id)).on_hand }
}

test('pieces of a return are on the shelf again, once, and told', async () => {
  const { variant_id, returned, onHand } = await sold(3)
  const event = newId()
  await returned(2, event)
  await returned(2, event)
  expect(await onHand()).toBe(9)
  expect((await h.news()).at(-1)?.levels).toMatchObject([{ variant_id, available: 9 }])
})

test('never more than were sold, whoever tells of them, all at once', async () => {
  const { returned, refunded, onHand } = await sold(3)
  await Promise.all([...Array.from({ length: 8 }, () => returned(1)), refunded(2, true), refunded(2, true)])
  expect(await onHand()).toBe(10)
})

test('a refund puts back what staff said, and nothing else', async () => {
  const { refunded, onHand } = await sold(3)
  await refunded(1, false)
  expect(await onHand()).toBe(7)
  await refunded(1, true)
  expect(await onHand()).toBe(8)
})

test('a cancelled order gives back what had not come back before', async () => {
  const { order_id, returned, onHand } = await sold(3)
  await returned(2)
  await h.release(order_id)
  expect(await onHand()).toBe(10)
  await returned(1)
  expect(await onHand()).toBe(10)
})

test('pieces that another location gave: what came back lies in the main one, the rest goes home', async () => {
  const shed = await h.location()
  const variant_id = await h.stock(3)
  await h.call(
    'transferStock',
    { variant_id, from_location_id: MAIN, to_location_id: shed, quantity: 2 },
    { principal: staff },
  )
  const order_id = newId()
  await h.reserve([{ variant_id, quantity: 3 }], order_id)
  await h.commit(order_id)
  const lines = [{ variant_id, quantity: 2 }]
  await h.deliver('orders.pieces-returned.v1', { order_id, return_id: newId(), lines })
  await h.release(order_id)
  expect((await h.level(variant_id)).on_hand).toBe(3)
  expect(await h.places(variant_id)).toMatchObject({ [shed]: 1 })
})

test('an order that sold nothing gives nothing back', async () => {
  const variant_id = await h.stock(5)
  const order_id = newId()
  await h.reserve([{ variant_id, quantity: 2 }], order_id)
  const lines = [{ variant_id, quantity: 2 }]
  await h.deliver('orders.pieces-returned.v1', { order_id, return_id: newId(), lines })
  await h.deliver('orders.pieces-returned.v1', { order_id: newId(), return_id: newId(), lines })
  expect(await h.level(variant_id)).toEqual({ on_hand: 5, reserved: 2, available: 3 })
})
