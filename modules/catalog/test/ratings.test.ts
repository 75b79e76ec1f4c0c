import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSeller, openShop, sellers, type Shop, staff } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const rated = (product_id: string, count: number, average: number | null, version: number) =>
  shop.deliver('reviews.rating-changed.v1', { product_id, count, average, version })

const newProduct = async (): Promise<string> =>
  (await shop.asStaff('createProduct', { name: `Mug ${shop.newId()}`, price: '5.00' })).id

async function shown(product_id: string) {
  const page = await shop.asGuest('getProduct', { product_id })
  const { items } = await shop.asGuest('listProducts', { page_size: 100, sort: 'name' })
  return [page.rating, items.find(({ id }) => id === product_id)?.rating]
}

test('what a product is rated stands on its page and on its card', async () => {
  const id = await newProduct()
  expect(await shown(id)).toEqual([null, null])
  await rated(id, 3, 4.33, 1)
  const rating = { count: 3, average: 4.33 }
  expect(await shown(id)).toEqual([rating, rating])
  await rated(id, 0, null, 2)
  expect(await shown(id)).toEqual([null, null])
})

test('of two ratings the newer holds, whichever comes last', async () => {
  const id = await newProduct()
  await rated(id, 2, 5, 2)
  await rated(id, 1, 4, 1)
  expect((await shown(id))[0]).toEqual({ count: 2, average: 5 })
})

test('whoever changes a product, or its stock, leaves its rating alone', async () => {
  const id = await newProduct()
  await rated(id, 7, 2.5, 1)
  const rating = { count: 7, average: 2.5 }
  const { variants } = await shop.asStaff('updateProduct', { product_id: id, name: 'Cup' })
  expect(await shown(id)).toEqual([rating, rating])
  const levels = [{ variant_id: variants[0]?.id ?? '', available: 4, version: 9 }]
  await shop.deliver('inventory.stock-changed.v1', { levels })
  expect(await shown(id)).toEqual([rating, rating])
})

test('a rating of what is not there is no trouble', async () => {
  await rated(shop.newId(), 1, 5, 1)
})

test('reviews are told name, address and owner of products in any status; nobody outside is', async () => {
  const { id, slug, name } = await shop.asStaff('createProduct', {
    name: 'A draft',
    price: '5.00',
    status: 'draft',
    seller_id: sellers[0].id,
  })
  const input = { product_ids: [id, shop.newId()] }
  expect(await shop.asModule('reviews', 'describeProducts', input)).toEqual({
    products: [{ id, slug, name, picture: null, published: false, seller_id: sellers[0].id }],
  })
  for (const principal of [staff, asSeller(sellers[0])])
    await expect(shop.call('describeProducts', input, { principal })).rejects.toMatchObject({ status: 403 })
})
