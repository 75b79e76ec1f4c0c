import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenRules, openInventory } from './scene.ts'

let shop: Awaited<ReturnType<typeof openInventory>>
beforeAll(async () => {
  shop = await openInventory()
})
afterAll(async () => {
  expect(await brokenRules(shop.db)).toEqual([])
  await shop.close()
})

test('a reservation holds every line and tells what is left, once', async () => {
  const [shirt, cap] = [await shop.stock(10), await shop.stock(5)]
  const before = (await shop.news()).length
  expect(
    await shop.reserve([
      { variant_id: shirt, quantity: 3 },
      { variant_id: cap, quantity: 5 },
    ]),
  ).toEqual({ status: 'held' })
  expect(await shop.level(shirt)).toEqual({ on_hand: 10, reserved: 3, available: 7 })
  expect(await shop.level(cap)).toEqual({ on_hand: 5, reserved: 5, available: 0 })
  const news = (await shop.news()).slice(before)
  expect(news).toHaveLength(1)
  expect(new Map(news[0]?.levels.map((level) => [level.variant_id, level.available]))).toEqual(
    new Map([
      [shirt, 7],
      [cap, 0],
    ]),
  )
})

test('the same order again holds nothing more and answers where it stands', async () => {
  const variant_id = await shop.stock(10)
  const order = newId()
  await shop.reserve([{ variant_id, quantity: 4 }], order)
  const news = (await shop.news()).length
  expect(await shop.reserve([{ variant_id, quantity: 4 }], order)).toEqual({ status: 'held' })
  expect((await shop.level(variant_id)).reserved).toBe(4)
  await shop.commit(order)
  expect(await shop.reserve([{ variant_id, quantity: 4 }], order)).toEqual({ status: 'committed' })
  expect((await shop.news()).length).toBe(news)
})

test('versions of a level only grow', async () => {
  const variant_id = await shop.stock(10)
  for (let i = 0; i < 3; i++) {
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 1 }], order)
    await shop.release(order)
  }
  const versions = (await shop.news())
    .flatMap((event) => event.levels)
    .filter((level) => level.variant_id === variant_id)
    .map((level) => level.version)
  expect(versions).toHaveLength(7)
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
})

test('committing sells what is held: the shelf shrinks, what is available does not', async () => {
  const variant_id = await shop.stock(10)
  const order = newId()
  await shop.reserve([{ variant_id, quantity: 4 }], order)
  const news = (await shop.news()).length
  expect(await shop.commit(order)).toEqual({ status: 'committed' })
  expect(await shop.commit(order)).toEqual({ status: 'committed' })
  expect(await shop.level(variant_id)).toEqual({ on_hand: 6, reserved: 0, available: 6 })
  expect((await shop.news()).length).toBe(news)
})

test('releasing what is held or sold gives it back once', async () => {
  const variant_id = await shop.stock(10)
  const [held, sold] = [newId(), newId()]
  await shop.reserve([{ variant_id, quantity: 4 }], held)
  await shop.reserve([{ variant_id, quantity: 5 }], sold)
  await shop.commit(sold)
  for (const order of [held, held, sold, sold]) await shop.release(order)
  expect(await shop.level(variant_id)).toEqual({ on_hand: 10, reserved: 0, available: 10 })
})

test('an order that was released before it reserved cannot hold stock any more', async () => {
  const variant_id = await shop.stock(10)
  const order = newId()
  await shop.release(order)
  expect(await shop.reserve([{ variant_id, quantity: 1 }], order)).toEqual({ status: 'released' })
  expect((await shop.level(variant_id)).reserved).toBe(0)
})

test('a cancelled order gives its stock back, however often the news comes', async () => {
  const variant_id = await shop.stock(10)
  const order = newId()
  await shop.reserve([{ variant_id, quantity: 4 }], order)
  await shop.commit(order)
  const payload = { order_id: order, reason: 'changed mind', was_paid: true }
  const event = newId()
  await shop.deliver('orders.order-cancelled.v1', payload, event)
  await shop.deliver('orders.order-cancelled.v1', payload, event)
  await shop.deliver('orders.order-cancelled.v1', payload)
  expect(await shop.level(variant_id)).toEqual({ on_hand: 10, reserved: 0, available: 10 })
})
