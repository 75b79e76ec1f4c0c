import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenRules, openInventory, staff } from './scene.ts'

type Stock = {
  items: { variant_id: string; available: number; sku: string | null; product_name: string | null }[]
  total: number
}

let shop: Awaited<ReturnType<typeof openInventory>>
beforeAll(async () => {
  shop = await openInventory()
})
afterAll(async () => {
  expect(await brokenRules(shop.db)).toEqual([])
  await shop.close()
})

const importLevels = (levels: object[]): Promise<null> =>
  shop.call('importLevels', { levels }, { caller: 'catalog' })
const adjust = (variant_id: string, delta: number): Promise<object> =>
  shop.call('adjustStock', { variant_id, delta }, { principal: staff })
const list = (input: object): Promise<Stock> => shop.call('listStock', input, { principal: staff })

test('figures are set, also for variants that are new; the same again is no news', async () => {
  const [known, fresh] = [await shop.stock(3), newId()]
  const levels = [
    { variant_id: known, on_hand: 8 },
    { variant_id: fresh, on_hand: 4 },
  ]
  await importLevels(levels)
  expect((await shop.level(known)).on_hand).toBe(8)
  expect((await shop.level(fresh)).on_hand).toBe(4)
  const events = (await shop.events()).length
  await importLevels(levels)
  expect((await shop.events()).length).toBe(events)
})

test('what is reserved stays covered, and of two figures for a variant the last counts', async () => {
  const [held, twice] = [await shop.stock(10), newId()]
  await shop.reserve([{ variant_id: held, quantity: 6 }])
  await importLevels([
    { variant_id: held, on_hand: 2 },
    { variant_id: twice, on_hand: 1 },
    { variant_id: twice, on_hand: 7 },
  ])
  expect(await shop.level(held)).toEqual({ on_hand: 6, reserved: 6, available: 0 })
  expect((await shop.level(twice)).on_hand).toBe(7)
})

test('first pieces are taken once, also by a variant that is listed already; whatever moved since stays', async () => {
  const [fresh, listed, moved, sold] = [newId(), newId(), await shop.stock(3), await shop.stock(1)]
  const order = newId()
  await shop.reserve([{ variant_id: sold, quantity: 1 }], order)
  await shop.commit(order)
  const products = [
    { product_id: newId(), product_name: 'Cap', variants: [{ variant_id: listed, sku: 'C', options: {} }] },
  ]
  await shop.deliver('catalog.products-imported.v1', { products })
  const audits = (await shop.audits()).length
  const levels = [fresh, listed, moved, sold].map((variant_id) => ({ variant_id, on_hand: 9 }))
  const tell = () => shop.call('importLevels', { levels, only_new: true }, { caller: 'catalog' })
  await tell()
  await adjust(fresh, -2)
  await tell()
  const figures = await Promise.all(
    [fresh, listed, moved, sold].map(async (id) => (await shop.level(id)).on_hand),
  )
  expect(figures).toEqual([7, 9, 3, 0])
  expect((await shop.audits()).slice(audits).map(({ action }) => action)).toEqual(['inventory.adjusted'])
})

test('5,000 figures take one event for 500 and one audit entry', async () => {
  const [news, audits] = [(await shop.news()).length, (await shop.audits()).length]
  const levels = Array.from({ length: 5_000 }, (_, index) => ({ variant_id: newId(), on_hand: index + 1 }))
  await importLevels(levels)
  const told = (await shop.news()).slice(news)
  expect(told.map((event) => event.levels.length)).toEqual(Array.from({ length: 10 }, () => 500))
  expect((await shop.audits()).length - audits).toBe(1)
})

test('parallel imports of the same variants in any order all succeed', async () => {
  const ids = Array.from({ length: 200 }, () => newId())
  const rounds = Array.from({ length: 8 }, (_, round) => {
    const levels = ids.map((variant_id) => ({ variant_id, on_hand: round + 1 }))
    return importLevels(round % 2 === 0 ? levels : levels.reverse())
  })
  expect(await Promise.all(rounds)).toEqual(Array.from({ length: 8 }, () => null))
})

test('the list names variants as the catalogue last called them, lowest first', async () => {
  const [low, none] = [await shop.stock(2), newId()]
  const product = { product_id: newId(), product_name: 'Linen shirt' }
  const variant = (variant_id: string, sku: string) => ({ variant_id, sku, options: { Size: sku } })
  await shop.deliver('catalog.product-changed.v1', {
    ...product,
    variants: [variant(low, 'L-1'), variant(none, 'N-1')],
  })
  await shop.deliver('catalog.product-changed.v1', {
    ...product,
    product_name: 'Shirt',
    variants: [variant(low, 'L-2')],
  })
  expect((await list({ variant_id: low })).items).toMatchObject([
    {
      sku: 'L-2',
      product_name: 'Shirt',
      options: { Size: 'L-2' },
      available: 2,
      ...{ product_id: product.product_id },
    },
  ])
  for (const variant_id of [low, none]) {
    expect((await list({ variant_id, low: 'true' })).items).toHaveLength(1)
  }
  const { items, total } = await list({ low: 'true', page_size: '100' })
  expect(items[0]?.available).toBe(0)
  expect(items.every((item) => item.available <= 5)).toBe(true)
  expect(total).toBeGreaterThanOrEqual(items.length)
  const pages = await Promise.all(['1', '2'].map((page) => list({ page, page_size: '10' })))
  expect(new Set(pages.flatMap((page) => page.items.map((item) => item.variant_id))).size).toBe(20)
})
