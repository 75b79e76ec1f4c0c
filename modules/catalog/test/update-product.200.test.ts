import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, pictureId, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

describe('updateProduct', () => {
  test('changes the given fields and leaves the others', async () => {
    const made = await shop.asStaff('createProduct', {
      name: 'Lamp',
      sku: 'LAMP',
      price: 10,
      brand: 'Ohm',
      initial_quantity: 2,
      description: 'Bright.',
    })
    const changed = await shop.asStaff('updateProduct', {
      product_id: made.id,
      name: 'Desk lamp',
      price: '12.00',
      pictures: [{ id: pictureId, alt: 'On' }],
    })
    expect(changed).toMatchObject({
      slug: 'lamp',
      name: 'Desk lamp',
      brand: 'Ohm',
      description: 'Bright.',
      price: { amount: '12.00' },
      pictures: [{ alt: 'On' }],
      variants: [{ id: made.variants[0]?.id, sku: 'LAMP', available: 2 }],
    })
    const { seller_id: _seller, tags: _tags, type_id: _type, ...shown } = changed
    expect(await shop.asGuest('getProduct', { product_id: made.id })).toEqual(shown)
  })

  test('keeps, adds and retires variants', async () => {
    const made = await shop.asStaff('createProduct', {
      name: 'Socks',
      variants: [
        { sku: 'SOCK-S', options: { Size: 'S' }, price: 5, initial_quantity: 1 },
        { sku: 'SOCK-M', options: { Size: 'M' }, price: 5 },
      ],
    })
    const [small] = made.variants
    const changed = await shop.asStaff('updateProduct', {
      product_id: made.id,
      options: [{ name: 'Size', values: ['S', 'L'] }],
      variants: [
        { sku: 'SOCK-L', options: { Size: 'L' }, price: 6, initial_quantity: 8 },
        { id: small?.id, sku: 'SOCK-S', options: { Size: 'S' }, price: 5 },
      ],
    })
    expect(changed.variants.map(({ sku, available }) => [sku, available])).toEqual([
      ['SOCK-L', 8],
      ['SOCK-S', 1],
    ])
    const retired = made.variants[1]?.id ?? ''
    const { variants } = await shop.asModule('cart', 'getVariantsForSale', {
      variant_ids: [retired, small?.id ?? ''],
    })
    expect(variants.find((variant) => variant.variant_id === retired)?.sellable).toBe(false)
    expect(variants.find((variant) => variant.variant_id === small?.id)).toMatchObject({
      sellable: true,
      price_minor: 500,
      currency: 'USD',
    })
    const reused = await shop.asStaff('createProduct', { name: 'Other socks', sku: 'SOCK-M', price: 1 })
    expect(reused.variants[0]?.sku).toBe('SOCK-M')
  })

  test('refuses the short form for several variants, and first pieces of one that exists', async () => {
    const made = await shop.asStaff('createProduct', {
      name: 'Gloves',
      variants: [
        { sku: 'G-S', options: { Size: 'S' }, price: 5 },
        { sku: 'G-M', options: { Size: 'M' }, price: 5 },
      ],
    })
    await expect(shop.asStaff('updateProduct', { product_id: made.id, price: 6 })).rejects.toMatchObject({
      code: 'CATALOG_BAD_VARIANTS',
    })
    const single = await shop.asStaff('createProduct', { name: 'Scarf', price: 5 })
    await expect(
      shop.asStaff('updateProduct', { product_id: single.id, initial_quantity: 6 }),
    ).rejects.toMatchObject({ code: 'CATALOG_BAD_VARIANTS' })
  })

  test('names the variant whose SKU another product has', async () => {
    await shop.asStaff('createProduct', { name: 'Shawl', sku: 'TAKEN', price: 5 })
    const made = await shop.asStaff('createProduct', {
      name: 'Stole',
      variants: [
        { sku: 'ST-S', options: { Size: 'S' }, price: 5 },
        { sku: 'ST-M', options: { Size: 'M' }, price: 5 },
      ],
    })
    const variants = made.variants.map(({ id, options }, index) => ({
      id,
      options,
      price: 5,
      sku: index === 1 ? 'TAKEN' : 'ST-S',
    }))
    await expect(shop.asStaff('updateProduct', { product_id: made.id, variants })).rejects.toMatchObject({
      code: 'CATALOG_SKU_TAKEN',
      errors: [{ path: 'variants.1.sku' }],
    })
  })

  test('puts a draft into the shop and takes it out again', async () => {
    const made = await shop.asStaff('createProduct', { name: 'Hidden', price: 1, status: 'draft' })
    const inList = async () =>
      (await shop.asGuest('listProducts', { page_size: '100' })).items.some((card) => card.id === made.id)
    expect(await inList()).toBe(false)
    await shop.asStaff('updateProduct', { product_id: made.id, status: 'published' })
    expect(await inList()).toBe(true)
    await shop.asStaff('updateProduct', { product_id: made.id, status: 'draft' })
    expect(await inList()).toBe(false)
  })

  test('answers 404 for a product that is not there', async () => {
    await expect(
      shop.asStaff('updateProduct', { product_id: '0198a000-0000-7000-8000-00000000dead', name: 'X' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('leaves one audit entry with what was before and after', async () => {
    const made = await shop.asStaff('createProduct', { name: 'Audited', sku: 'AUD', price: 1 })
    const before = (await shop.events()).length
    await shop.asStaff('updateProduct', { product_id: made.id, price: 2 })
    const entries = (await shop.events())
      .slice(before)
      .filter((event) => event.type === 'audit.entry-recorded.v1')
    expect(entries).toHaveLength(1)
    expect(entries[0]?.payload).toMatchObject({
      action: 'catalog.product-updated',
      before: { variants: [{ price_minor: 100 }] },
      after: { variants: [{ price_minor: 200 }] },
    })
  })
})
