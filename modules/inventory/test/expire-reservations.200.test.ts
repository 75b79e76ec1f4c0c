import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenRules, openInventory } from './scene.ts'

let now = new Date('2026-06-01T12:00:00.000Z')
const wait = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000))
let shop: Awaited<ReturnType<typeof openInventory>>
beforeAll(async () => {
  shop = await openInventory({ clock: () => now })
})
afterAll(async () => {
  expect(await brokenRules(shop.db)).toEqual([])
  await shop.close()
})

test('a held reservation past its time is released, a sold one and a younger one are not', async () => {
  const variant_id = await shop.stock(10)
  const [sold, old, young] = [newId(), newId(), newId()]
  await shop.reserve([{ variant_id, quantity: 1 }], sold)
  await shop.commit(sold)
  await shop.reserve([{ variant_id, quantity: 2 }], old)
  wait(899)
  await shop.runSchedule('expire-reservations')
  expect((await shop.level(variant_id)).reserved).toBe(2)
  await shop.reserve([{ variant_id, quantity: 3 }], young)
  wait(1)
  await shop.runSchedule('expire-reservations')
  expect(await shop.level(variant_id)).toEqual({ on_hand: 9, reserved: 3, available: 6 })
  expect(await shop.reserve([{ variant_id, quantity: 2 }], old)).toEqual({ status: 'released' })
})

test('more reservations than a batch holds are all released, each level told once a batch', async () => {
  const variant_id = await shop.stock(300)
  for (let i = 0; i < 250; i++) await shop.reserve([{ variant_id, quantity: 1 }])
  wait(1_000)
  const news = (await shop.news()).length
  await shop.runSchedule('expire-reservations')
  expect(await shop.level(variant_id)).toEqual({ on_hand: 300, reserved: 0, available: 300 })
  expect((await shop.news()).length - news).toBe(3)
})

test('payment news after expiry takes the stock anew', async () => {
  const variant_id = await shop.stock(2)
  const order = newId()
  await shop.reserve([{ variant_id, quantity: 2 }], order)
  wait(1_000)
  await shop.runSchedule('expire-reservations')
  const news = (await shop.news()).length
  expect(await shop.commit(order)).toEqual({ status: 'committed' })
  expect(await shop.level(variant_id)).toEqual({ on_hand: 0, reserved: 0, available: 0 })
  expect((await shop.news()).slice(news).flatMap((event) => event.levels)).toMatchObject([
    { variant_id, available: 0 },
  ])
})
