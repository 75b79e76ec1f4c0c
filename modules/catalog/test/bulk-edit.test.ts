import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, sellers, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const make = async (name: string, fields: object = {}) =>
  shop.asStaff('createProduct', { name, price: '9.99', tags: ['old'], ...fields })

describe('bulkEditProducts', () => {
  test('tells in a dry run what it would change, and changes nothing', async () => {
    const { id: category_id } = await shop.asStaff('createCategory', { name: 'Kitchen' })
    const [one, two] = [await make('One'), await make('Two', { tags: ['new'] })]
    const before = (await shop.events()).length
    const told = await shop.asStaff('bulkEditProducts', {
      product_ids: [one.id, two.id],
      status: 'draft',
      category_id,
      price_percent: 10,
      add_tags: ['new'],
      remove_tags: ['old'],
      dry_run: true,
    })
    expect(told).toMatchObject({ dry_run: true, changed: 2 })
    expect(told.items.find(({ id }) => id === one.id)?.changes).toEqual([
      { field: 'status', before: 'published', after: 'draft' },
      { field: 'category', before: '', after: 'Kitchen' },
      { field: 'price', before: '9.99', after: '10.99' },
      { field: 'tags', before: 'old', after: 'new' },
    ])
    expect(told.items.find(({ id }) => id === two.id)?.changes.map(({ field }) => field)).toEqual([
      'status',
      'category',
      'price',
    ])
    expect(await shop.asStaff('getProduct', { product_id: one.id })).toEqual(one)
    expect((await shop.events()).length).toBe(before)
  })

  test('changes all of them, tells of each that changed, and leaves one audit entry', async () => {
    const [one, two] = [await make('Three'), await make('Four', { status: 'draft' })]
    const before = (await shop.events()).length
    const done = await shop.asStaff('bulkEditProducts', { product_ids: [one.id, two.id], status: 'draft' })
    expect(done).toMatchObject({ dry_run: false, changed: 1 })
    const types = (await shop.events()).slice(before).map(({ type }) => type)
    expect(types.toSorted()).toEqual(['audit.entry-recorded.v1', 'catalog.product-changed.v1'])
    expect((await shop.asStaff('getProduct', { product_id: one.id })).status).toBe('draft')
  })

  test('rounds each price to the minor unit, halves up', async () => {
    const made = await make('Five', {
      price: undefined,
      variants: [
        { sku: 'FIVE-S', options: { Size: 'S' }, price: '0.10' },
        { sku: 'FIVE-L', options: { Size: 'L' }, price: '20.00' },
      ],
    })
    await shop.asStaff('bulkEditProducts', { product_ids: [made.id], price_percent: -12.5 })
    const { variants } = await shop.asStaff('getProduct', { product_id: made.id })
    expect(variants.map(({ price }) => price.amount)).toEqual(['0.09', '17.50'])
  })

  test('is all or nothing: another seller’s product and one that is not there answer alike', async () => {
    const [ana, bo] = sellers
    const mine = await shop.asSeller(ana, 'createProduct', { name: 'Mine', price: 1 })
    const theirs = await shop.asSeller(bo, 'createProduct', { name: 'Theirs', price: 1 })
    for (const other of [theirs.id, shop.newId()])
      await expect(
        shop.asSeller(ana, 'bulkEditProducts', { product_ids: [mine.id, other], status: 'draft' }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await shop.asStaff('getProduct', { product_id: mine.id })).status).toBe('published')
  })

  test('wants something to change, and a category that is there', async () => {
    const { id } = await make('Six')
    await expect(shop.asStaff('bulkEditProducts', { product_ids: [id] })).rejects.toMatchObject({
      code: 'CATALOG_NOTHING_TO_CHANGE',
    })
    await expect(
      shop.asStaff('bulkEditProducts', { product_ids: [id], category_id: shop.newId() }),
    ).rejects.toMatchObject({ code: 'CATALOG_CATEGORY_UNKNOWN' })
  })
})

describe('duplicateProduct', () => {
  test('makes a draft with SKUs and an address of its own, and nothing in stock', async () => {
    const source = await shop.asStaff('createProduct', {
      name: 'Shirt',
      seo_title: 'Fine shirts',
      tags: ['linen'],
      attributes: [{ name: 'Weight', value: 200 }],
      variants: [
        { sku: 'SHIRT-S', options: { Size: 'S' }, price: 30, initial_quantity: 5 },
        { sku: 'SHIRT-M', options: { Size: 'M' }, price: 32 },
      ],
    })
    const copy = await shop.asStaff('duplicateProduct', { product_id: source.id })
    expect(copy).toMatchObject({
      name: 'Shirt',
      slug: 'shirt-2',
      status: 'draft',
      seo_title: 'Fine shirts',
      tags: ['linen'],
      attributes: source.attributes,
      options: source.options,
    })
    expect(copy.variants.map(({ sku, price, available }) => [sku, price.amount, available])).toEqual([
      ['SHIRT-S-COPY', '30.00', 0],
      ['SHIRT-M-COPY', '32.00', 0],
    ])
    const again = await shop.asStaff('duplicateProduct', { product_id: source.id, name: 'Shirt, blue' })
    expect(again).toMatchObject({
      name: 'Shirt, blue',
      slug: 'shirt-blue',
      variants: [{ sku: 'SHIRT-S-COPY-2' }, {}],
    })
    expect(copy.variants.some(({ id }) => source.variants.some((other) => other.id === id))).toBe(false)
    expect((await shop.asStaff('getProduct', { product_id: source.id })).variants).toEqual(source.variants)
  })

  test('of another seller’s product is not there', async () => {
    const { id } = await make('Shop’s own')
    await expect(shop.asSeller(sellers[0], 'duplicateProduct', { product_id: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
