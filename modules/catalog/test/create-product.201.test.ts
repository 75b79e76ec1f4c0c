import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, pictureId, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

describe('createProduct', () => {
  test('makes a product with a single variant from the short form', async () => {
    const made = await shop.asStaff('createProduct', {
      name: 'Crème brûlée torch',
      sku: 'TORCH-1',
      price: '24.50',
      initial_quantity: 7,
      brand: 'Fellknit',
      pictures: [{ id: pictureId }],
      attributes: [
        { name: 'Weight (g)', value: 210 },
        { name: 'Refillable', value: true },
      ],
    })
    expect(made).toMatchObject({
      slug: 'creme-brulee-torch',
      status: 'published',
      price: { amount: '24.50', currency: 'USD' },
      price_varies: false,
      in_stock: true,
      variants: [{ sku: 'TORCH-1', options: {}, available: 7, in_stock: true }],
      pictures: [{ id: pictureId, alt: 'A mug on a table', width: 1280, height: 640 }],
      attributes: [
        { key: 'weight_g', name: 'Weight (g)', value: 210 },
        { key: 'refillable', name: 'Refillable', value: true },
      ],
    })
    expect(shop.stock.get(made.variants[0]?.id ?? '')).toBe(7)
    const { seller_id, tags: _tags, type_id: _type, ...shown } = made
    expect(seller_id).toBeNull()
    expect(await shop.asGuest('getProduct', { product_id: made.id })).toEqual(shown)
    expect(await shop.asGuest('getProductBySlug', { slug: made.slug })).toEqual(shown)
    const list = await shop.asGuest('listProducts', {})
    expect(list).toMatchObject({ total: 1, page: 1, page_size: 20, items: [{ id: made.id, in_stock: true }] })
  })

  test('tells of the product and leaves one audit entry', async () => {
    const before = (await shop.events()).length
    const made = await shop.asStaff('createProduct', { name: 'Told of', sku: 'TOLD', price: 1 })
    const events = (await shop.events()).slice(before)
    expect(events.map((event) => event.type).sort()).toEqual([
      'audit.entry-recorded.v1',
      'catalog.product-changed.v1',
    ])
    expect(events.find((event) => event.type.startsWith('catalog.'))?.payload).toEqual({
      product_id: made.id,
      product_name: 'Told of',
      seller_id: null,
      variants: [{ variant_id: made.variants[0]?.id, sku: 'TOLD', options: {} }],
    })
  })

  test('finds a free address for a name that is taken', async () => {
    const first = await shop.asStaff('createProduct', { name: 'Same name', price: 1 })
    const second = await shop.asStaff('createProduct', { name: 'Same name!', price: 1 })
    expect([first.slug, second.slug]).toEqual(['same-name', 'same-name-2'])
  })

  test('makes variants with options', async () => {
    const made = await shop.asStaff('createProduct', {
      name: 'Tee',
      options: [{ name: 'Size', values: ['S', 'M'] }],
      variants: [
        { sku: 'TEE-S', options: { Size: 'S' }, price: 20, initial_quantity: 0 },
        { sku: 'TEE-M', options: { Size: 'M' }, price: '18', compare_at_price: '25', initial_quantity: 3 },
      ],
    })
    expect(made).toMatchObject({
      price: { amount: '18.00' },
      compare_at_price: { amount: '25.00' },
      price_varies: true,
      in_stock: true,
    })
    expect(made.variants.map((variant) => [variant.sku, variant.available])).toEqual([
      ['TEE-S', 0],
      ['TEE-M', 3],
    ])
  })
})
