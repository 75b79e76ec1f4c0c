import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const nobody = '0198a000-0000-7000-8000-00000000dead'

describe('createProduct refuses', () => {
  test.each([
    ['a product without a price', { name: 'A' }, 'CATALOG_BAD_PRICE'],
    ['more decimals than the currency has', { name: 'A', price: '1.005' }, 'CATALOG_BAD_PRICE'],
    ['another currency', { name: 'A', price: { amount: '1', currency: 'EUR' } }, 'CATALOG_BAD_PRICE'],
    ['a negative price', { name: 'A', price: '-1' }, 'VALIDATION_FAILED'],
    ['a price of infinity', { name: 'A', price: 1e300 }, 'VALIDATION_FAILED'],
    ['a name of spaces', { name: '   ', price: 1 }, 'VALIDATION_FAILED'],
    ['half a surrogate pair', { name: 'A\ud800', price: 1 }, 'VALIDATION_FAILED'],
    ['unknown fields', { name: 'A', price: 1, is_admin: true }, 'VALIDATION_FAILED'],
    ['an SKU with a line break', { name: 'A', price: 1, sku: 'A\nB' }, 'VALIDATION_FAILED'],
    ['an address with a slash', { name: 'A', price: 1, slug: 'a/../b' }, 'VALIDATION_FAILED'],
    [
      'both forms at once',
      { name: 'A', price: 1, variants: [{ sku: 'X', price: 1 }] },
      'CATALOG_BAD_VARIANTS',
    ],
    [
      'one SKU twice',
      {
        name: 'A',
        variants: [
          { sku: 'X', price: 1, options: { S: '1' } },
          { sku: 'X', price: 1, options: { S: '2' } },
        ],
      },
      'CATALOG_BAD_VARIANTS',
    ],
    [
      'two variants with the same options',
      {
        name: 'A',
        variants: [
          { sku: 'X', price: 1, options: { S: '1' } },
          { sku: 'Y', price: 1, options: { S: '1' } },
        ],
      },
      'CATALOG_BAD_VARIANTS',
    ],
    [
      'a variant that lacks an option',
      { name: 'A', options: [{ name: 'S', values: ['1'] }], variants: [{ sku: 'X', price: 1 }] },
      'CATALOG_BAD_VARIANTS',
    ],
    [
      'a value that is not offered',
      {
        name: 'A',
        options: [{ name: 'S', values: ['1'] }],
        variants: [{ sku: 'X', price: 1, options: { S: '2' } }],
      },
      'CATALOG_BAD_VARIANTS',
    ],
    [
      'a variant id that is not its own',
      { name: 'A', variants: [{ id: nobody, sku: 'X', price: 1 }] },
      'CATALOG_BAD_VARIANTS',
    ],
    ['an unknown category', { name: 'A', price: 1, category_id: nobody }, 'CATALOG_CATEGORY_UNKNOWN'],
    ['an unknown picture', { name: 'A', price: 1, pictures: [{ id: nobody }] }, 'CATALOG_PICTURE_UNKNOWN'],
  ])('%s', async (_, input, code) => {
    await expect(shop.asStaff('createProduct', input as never)).rejects.toMatchObject({ code, status: 400 })
  })

  test('and stores nothing', async () => {
    expect(await shop.db.many(sql`SELECT id FROM catalog.products`)).toEqual([])
    expect(await shop.db.many(sql`SELECT id FROM catalog.variants`)).toEqual([])
    expect(await shop.events()).toEqual([])
    expect(shop.told).toEqual([])
  })

  test('option names that are names of the language work like any other', async () => {
    const made = await shop.asStaff('createProduct', {
      name: 'Odd names',
      attributes: [
        { name: '__proto__', value: 'a' },
        { name: 'constructor', value: 'b' },
      ],
      variants: [{ sku: 'ODD', price: 1, options: { constructor: 'x', toString: 'y' } }],
    })
    expect(made.options.map((option) => option.name)).toEqual(['constructor', 'toString'])
    expect(made.attributes.map((attribute) => attribute.key)).toEqual(['proto', 'constructor'])
    await expect(
      shop.asStaff('createProduct', {
        name: 'Inherited',
        options: [{ name: 'toString', values: ['1'] }],
        variants: [{ sku: 'INH', price: 1 }],
      }),
    ).rejects.toMatchObject({ code: 'CATALOG_BAD_VARIANTS' })
  })
})
