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

test('all lines or none: one that is short is named and the others stay free', async () => {
  const [plenty, scarce, none] = [await shop.stock(10), await shop.stock(1), newId()]
  const lines = [plenty, scarce, none].map((variant_id) => ({ variant_id, quantity: 2 }))
  const news = (await shop.news()).length
  const refused = await shop.reserve(lines).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'INVENTORY_OUT_OF_STOCK', status: 409 })
  const { errors } = refused as { errors: { path: string }[] }
  expect(errors.map((error) => error.path).sort()).toEqual([`lines.${none}`, `lines.${scarce}`].sort())
  expect(await shop.level(plenty)).toEqual({ on_hand: 10, reserved: 0, available: 10 })
  expect((await shop.news()).length).toBe(news)
})

test('the demand of a variant that stands in several lines is summed before it is checked', async () => {
  // Without GROUP BY in `wanted` each line is compared alone, and three lines of 4 fit into 10 (seen).
  const variant_id = await shop.stock(10)
  const lines = [4, 4, 4].map((quantity) => ({ variant_id, quantity }))
  await expect(shop.reserve(lines)).rejects.toMatchObject({ code: 'INVENTORY_OUT_OF_STOCK' })
  expect(await shop.reserve(lines.slice(1))).toEqual({ status: 'held' })
  expect((await shop.level(variant_id)).reserved).toBe(8)
})

test('a refused order may try again, and gets what came back', async () => {
  const variant_id = await shop.stock(1)
  const [first, second] = [newId(), newId()]
  await shop.reserve([{ variant_id, quantity: 1 }], first)
  await expect(shop.reserve([{ variant_id, quantity: 1 }], second)).rejects.toMatchObject({ status: 409 })
  await shop.release(first)
  expect(await shop.reserve([{ variant_id, quantity: 1 }], second)).toEqual({ status: 'held' })
})

test('an order that was released sells only what is still there', async () => {
  const variant_id = await shop.stock(5)
  const [late, other] = [newId(), newId()]
  await shop.reserve([{ variant_id, quantity: 3 }], late)
  await shop.release(late)
  await shop.reserve([{ variant_id, quantity: 3 }], other)
  await expect(shop.commit(late)).rejects.toMatchObject({
    code: 'INVENTORY_OUT_OF_STOCK',
    errors: [{ path: `lines.${variant_id}` }],
  })
  expect(await shop.level(variant_id)).toEqual({ on_hand: 5, reserved: 3, available: 2 })
  await shop.release(other)
  expect(await shop.commit(late)).toEqual({ status: 'committed' })
  expect(await shop.level(variant_id)).toEqual({ on_hand: 2, reserved: 0, available: 2 })
})

test('an order that never reserved has nothing to sell', async () => {
  await expect(shop.commit(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const buried = newId()
  await shop.release(buried)
  await expect(shop.commit(buried)).rejects.toMatchObject({ code: 'INVENTORY_OUT_OF_STOCK' })
})
