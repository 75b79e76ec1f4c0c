import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  for (const [name, price] of [
    ['Cedar', 2],
    ['Ash', 3],
    ['Birch', 1],
  ] as const)
    // prettier-ignore
    await shop.asStaff('createProduct', { name, price, initial_quantity: price * 10 })
})
afterAll(() => shop.close())

test.each([
  ['name', ['Ash', 'Birch', 'Cedar']],
  ['-price', ['Ash', 'Cedar', 'Birch']],
  ['updated', ['Cedar', 'Ash', 'Birch']],
] as const)('pages of the back office follow each other by %s', async (sort, names) => {
  const pages = await Promise.all(
    ['1', '2', '3'].map((page) => shop.asStaff('listManagedProducts', { sort, page, page_size: '1' })),
  )
  expect(pages.flatMap(({ items }) => items.map(({ name }) => name))).toEqual(names)
  expect(pages.map(({ total }) => total)).toEqual([3, 3, 3])
})

test('a page holds its products in their order', async () => {
  const { items } = await shop.asStaff('listManagedProducts', { sort: '-name' })
  expect(items.map(({ name }) => name)).toEqual(['Cedar', 'Birch', 'Ash'])
  expect((await shop.asStaff('listManagedProducts', { page: '2' })).items).toEqual([])
})
