import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('ten products of one name at the same moment get ten addresses', async () => {
  const made = await Promise.all(
    Array.from({ length: 10 }, () => shop.asStaff('createProduct', { name: 'Twin', price: 1 })),
  )
  expect(new Set(made.map((product) => product.slug)).size).toBe(10)
  expect(made.every((product) => /^twin(-|$)/.test(product.slug))).toBe(true)
  const list = await shop.asGuest('listProducts', {})
  expect(list.total).toBe(10)
})

test('of ten products with one SKU exactly one is made', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) =>
      shop.asStaff('createProduct', { name: `Racer ${index}`, sku: 'ONLY-1', price: 1 }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers) {
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({ code: 'CATALOG_SKU_TAKEN', status: 409 })
  }
  const rows = await shop.db.many(sql`SELECT id FROM catalog.products WHERE name LIKE 'Racer %'`)
  expect(rows).toHaveLength(1)
})

test('of ten products with one address exactly one is made', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () =>
      shop.asStaff('createProduct', { name: 'Addressed', slug: 'the-one', price: 1 }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers) {
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({ code: 'CATALOG_SLUG_TAKEN', status: 409 })
  }
})

test('changes to one product at the same moment all take effect', async () => {
  const made = await shop.asStaff('createProduct', { name: 'Shared', price: 1, sku: 'SHARED' })
  await Promise.all([
    shop.asStaff('updateProduct', { product_id: made.id, name: 'Renamed' }),
    shop.asStaff('updateProduct', { product_id: made.id, price: '2.50' }),
    shop.asStaff('updateProduct', { product_id: made.id, brand: 'Tidewater' }),
    shop.deliver('inventory.stock-changed.v1', {
      levels: [{ variant_id: made.variants[0]?.id, available: 4, version: 9 }],
    }),
  ])
  const after = await shop.asGuest('getProduct', { product_id: made.id })
  expect(after).toMatchObject({
    name: 'Renamed',
    brand: 'Tidewater',
    price: { amount: '2.50' },
    in_stock: true,
  })
  const [card] = (await shop.asGuest('listProducts', { q: 'renamed' })).items
  expect(card).toMatchObject({
    name: 'Renamed',
    brand: 'Tidewater',
    price: { amount: '2.50' },
    in_stock: true,
  })
})
