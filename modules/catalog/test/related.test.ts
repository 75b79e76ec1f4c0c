import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
const ids = new Map<string, string>()
beforeAll(async () => {
  shop = await openShop()
  const [cups, rugs] = await Promise.all(
    ['Cups', 'Rugs'].map(async (name) => (await shop.asStaff('createCategory', { name })).id),
  )
  const articles: [string, string, string | undefined, string | null][] = [
    ['Mug', '10.00', cups, 'Acme'],
    ['Dear cup', '90.00', cups, 'Other'],
    ['Near cup', '11.00', cups, 'Other'],
    ['Own cup', '50.00', cups, 'Acme'],
    ['Acme rug', '10.00', rugs, 'Acme'],
    ['Rug', '10.00', rugs, null],
  ]
  for (const [name, price, category_id, brand] of articles) {
    const sku = name.toUpperCase().replace(' ', '-')
    const more = category_id === undefined ? {} : { category_id }
    const product = await shop.asStaff('createProduct', {
      ...{ name, sku, price, brand, status: 'published', initial_quantity: 3 },
      ...more,
    })
    ids.set(name, product.id)
  }
})
afterAll(() => shop.close())

const related = async (product_id: string | undefined, limit: number): Promise<string[]> => {
  const input = product_id === undefined ? { limit } : { product_id, limit }
  const { product_ids } = await shop.asModule('recommendations', 'findRelated', input)
  const names = new Map(Array.from(ids, ([name, id]) => [id, name]))
  return product_ids.map((id) => names.get(id) ?? id)
}

test('the category comes first, in it the brand and the nearest price; then the brand; then the newest', async () => {
  expect(await related(ids.get('Mug'), 10)).toEqual(['Own cup', 'Near cup', 'Dear cup', 'Acme rug', 'Rug'])
})

test('without a product, or with one that is not known, it is the newest', async () => {
  expect(await related(undefined, 2)).toEqual(['Rug', 'Acme rug'])
  expect(await related(shop.newId(), 2)).toEqual(['Rug', 'Acme rug'])
})

test('what is not published is left out', async () => {
  await shop.asStaff('archiveProduct', { product_id: ids.get('Own cup') ?? '' })
  expect(await related(ids.get('Mug'), 1)).toEqual(['Near cup'])
})

test('SKUs lead to their products; unknown ones are left out', async () => {
  const answer = await shop.asModule('recommendations', 'findProductsBySku', { skus: ['MUG', 'NONE'] })
  expect(answer).toEqual({ products: [{ sku: 'MUG', product_id: ids.get('Mug') }] })
})
