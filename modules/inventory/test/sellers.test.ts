import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { openInventory, staff } from './scene.ts'

type Page = { items: { variant_id: string }[]; total: number }

const seller = (): StaffPrincipal => ({
  ...staff,
  id: newId(),
  role: 'seller',
  permissions: ['inventory:own'],
})
const [ana, bo] = [seller(), seller()]
let shop: Awaited<ReturnType<typeof openInventory>>
let anas: string
let bos: string
let shops: string

/** Tells the stock of a product with one variant, as the catalogue does. */
const tell = (variant_id: string, fields: object) =>
  shop.deliver('catalog.product-changed.v1', {
    product_id: newId(),
    product_name: 'Thing',
    variants: [{ variant_id, sku: variant_id.slice(-6), options: {} }],
    ...fields,
  })

beforeAll(async () => {
  shop = await openInventory()
  ;[anas, bos, shops] = [await shop.stock(3), await shop.stock(3), await shop.stock(30)]
  await tell(anas, { seller_id: ana.id })
  await tell(bos, { seller_id: bo.id })
  await tell(shops, { seller_id: null })
})
afterAll(() => shop.close())

const notFound = { code: 'NOT_FOUND', status: 404 }
const list = async (principal: StaffPrincipal, filter: object = {}): Promise<string[]> => {
  const page: Page = await shop.call('listStock', filter, { principal })
  expect(page.total).toBe(page.items.length)
  return page.items.map(({ variant_id }) => variant_id)
}

test('a seller lists the stock of their own variants, whatever they filter by', async () => {
  expect(await list(ana)).toEqual([anas])
  expect(await list(ana, { low: 'true' })).toEqual([anas])
  for (const variant_id of [bos, shops, newId()]) expect(await list(ana, { variant_id })).toEqual([])
  expect(await list(seller())).toEqual([])
})

test('a seller adjusts their own stock and reads what moved it', async () => {
  const level = await shop.call('adjustStock', { variant_id: anas, delta: 2 }, { principal: ana })
  expect(level).toMatchObject({ on_hand: 5 })
  const movements: { items: object[] } = await shop.call(
    'listMovements',
    { variant_id: anas },
    { principal: ana },
  )
  expect(movements.items).toMatchObject([{ delta: 2, actor_id: ana.id }, { delta: 3 }])
})

test('another’s stock and the shop’s answer as if they had never been, and stay as they are', async () => {
  const stored = () => shop.db.many(sql`SELECT * FROM inventory.levels ORDER BY variant_id`)
  const before = [await stored(), (await shop.events()).length]
  for (const variant_id of [bos, shops, newId()]) {
    for (const change of [{ delta: 1 }, { quantity: 0 }, { delta: -1_000_000 }, { delta: 1_000_000 }])
      await expect(
        shop.call('adjustStock', { variant_id, ...change }, { principal: ana }),
      ).rejects.toMatchObject(notFound)
    for (const more of [{}, { cursor: '1' }])
      await expect(
        shop.call('listMovements', { variant_id, ...more }, { principal: ana }),
      ).rejects.toMatchObject(notFound)
  }
  expect([await stored(), (await shop.events()).length]).toEqual(before)
})

test('staff see and change all', async () => {
  expect((await list(staff)).toSorted()).toEqual([anas, bos, shops].toSorted())
  expect(await shop.call('adjustStock', { variant_id: bos, delta: 1 }, { principal: staff })).toMatchObject({
    on_hand: 4,
  })
})

test('news that do not say whose a product is leave it whose it was; those that do, move it', async () => {
  const variant = await shop.stock(1)
  await tell(variant, { seller_id: ana.id })
  await tell(variant, {})
  expect(await list(ana, { variant_id: variant })).toEqual([variant])
  await tell(variant, { seller_id: bo.id })
  expect(await list(ana, { variant_id: variant })).toEqual([])
  expect(await list(bo, { variant_id: variant })).toEqual([variant])
  await tell(variant, { seller_id: null })
  expect(await list(bo, { variant_id: variant })).toEqual([])
})

test('a seller sees low stock, rules and places of their own alone', async () => {
  const [own, other] = [await shop.stock(1), await shop.stock(1)]
  const seller3 = seller()
  await tell(own, { seller_id: seller3.id })
  await tell(other, { seller_id: bo.id })
  const low: Page = await shop.call('listLowStock', {}, { principal: seller3 })
  expect([low.items.map(({ variant_id }) => variant_id), low.total]).toEqual([[own], 1])
  const [from_location_id, to_location_id] = [MAIN_LOCATION, await shop.location()]
  const calls: [string, object][] = [
    ['getStock', {}],
    ['setStockRules', { backorder_limit: 1 }],
    ['transferStock', { from_location_id, to_location_id, quantity: 1 }],
  ]
  for (const [operation, more] of calls) {
    for (const variant_id of [other, shops, newId()])
      await expect(
        shop.call(operation, { variant_id, ...more }, { principal: seller3 }),
      ).rejects.toMatchObject(notFound)
    expect(await shop.call(operation, { variant_id: own, ...more }, { principal: seller3 })).toMatchObject({
      variant_id: own,
    })
  }
  const changes = [
    { variant_id: own, delta: 1 },
    { variant_id: other, delta: 1 },
  ]
  await expect(shop.call('adjustMany', { changes }, { principal: seller3 })).rejects.toMatchObject(notFound)
  expect((await shop.level(own)).on_hand).toBe(1)
  for (const [operation, input] of [
    ['createLocation', { name: 'Mine' }],
    ['setStockSettings', { low_stock_threshold: 1 }],
  ] as const)
    await expect(shop.call(operation, input, { principal: seller3 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
})
