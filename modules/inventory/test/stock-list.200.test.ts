import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInventory, staff } from './scene.ts'

type Row = { variant_id: string; available: number; product_name: string | null; at_location: number | null }

const NAMES = ['Lamp 50%', 'Lamp 500', 'Under_score', 'Underscore', 'LAMP stand']
const variants: string[] = []
let shop: Awaited<ReturnType<typeof openInventory>>
let cellar: string

beforeAll(async () => {
  shop = await openInventory()
  cellar = await shop.location('Cellar')
  for (const [index, product_name] of NAMES.entries()) {
    const variant_id = await shop.stock(index * 4)
    variants.push(variant_id)
    const named = { variant_id, sku: `SKU-${String(index)}`, options: { Size: String(index) } }
    await shop.deliver('catalog.product-changed.v1', { product_id: newId(), product_name, variants: [named] })
  }
})
afterAll(() => shop.close())

const list = (input: object = {}): Promise<{ items: Row[]; total: number }> =>
  shop.call('listStock', input, { principal: staff })
const names = async (input: object): Promise<(string | null)[]> => {
  const { items, total } = await list(input)
  expect(total).toBe(items.length)
  return items.map(({ product_name }) => product_name)
}

test('pages follow each other, the least available first, and each row has its name', async () => {
  const pages = await Promise.all(['1', '2', '3', '4'].map((page) => list({ page, page_size: '2' })))
  expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5])
  expect(pages.map(({ items }) => items.map(({ product_name }) => product_name))).toEqual([
    NAMES.slice(0, 2),
    NAMES.slice(2, 4),
    NAMES.slice(4),
    [],
  ])
  expect(pages[1]?.items.map(({ available }) => available)).toEqual([8, 12])
})

test('parts of a name or an SKU are found as they are typed, in any case', async () => {
  expect(await names({ q: 'lamp' })).toEqual(['Lamp 50%', 'Lamp 500', 'LAMP stand'])
  expect(await names({ q: '50%' })).toEqual(['Lamp 50%'])
  expect(await names({ q: 'r_s' })).toEqual(['Under_score'])
  expect(await names({ q: 'sku-3' })).toEqual(['Underscore'])
  expect(await names({ q: 'lamp', low: 'true' })).toEqual(['Lamp 50%', 'Lamp 500'])
})

test('of a location, only what lies there, with how much of it', async () => {
  await shop.call(
    'adjustStock',
    { variant_id: variants[1], delta: 3, location_id: cellar },
    { principal: staff },
  )
  const { items, total } = await list({ location_id: cellar, page_size: '1' })
  expect([items[0]?.product_name, items[0]?.at_location, total]).toEqual(['Lamp 500', 3, 1])
  expect((await list({ location_id: cellar, page: '2', page_size: '1' })).items).toEqual([])
  expect(await names({ location_id: cellar, q: 'stand' })).toEqual([])
})
