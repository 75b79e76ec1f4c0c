import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

describe('an address that was left', () => {
  test('leads to the product, however often it was renamed', async () => {
    const { id } = await shop.asStaff('createProduct', { name: 'Lamp', slug: 'lamp', price: 1 })
    await shop.asStaff('updateProduct', { product_id: id, slug: 'desk-lamp' })
    await shop.asStaff('updateProduct', { product_id: id, slug: 'reading-lamp' })
    for (const slug of ['lamp', 'desk-lamp', 'reading-lamp'])
      expect(await shop.asGuest('getProductBySlug', { slug })).toMatchObject({ id, slug: 'reading-lamp' })
  })

  test('leads nowhere else once it is taken back', async () => {
    const { id } = await shop.asStaff('createProduct', { name: 'Mug', slug: 'mug', price: 1 })
    await shop.asStaff('updateProduct', { product_id: id, slug: 'cup' })
    await shop.asStaff('updateProduct', { product_id: id, slug: 'mug' })
    expect(await shop.asGuest('getProductBySlug', { slug: 'cup' })).toMatchObject({ slug: 'mug' })
  })

  test('is not taken by chance, but may be asked for', async () => {
    const first = await shop.asStaff('createProduct', { name: 'Vase', price: 1 })
    await shop.asStaff('updateProduct', { product_id: first.id, slug: 'vessel' })
    const second = await shop.asStaff('createProduct', { name: 'Vase', price: 1 })
    expect(second.slug).toBe('vase-2')
    const third = await shop.asStaff('createProduct', { name: 'Other vase', slug: 'vase', price: 1 })
    expect(await shop.asGuest('getProductBySlug', { slug: 'vase' })).toMatchObject({ id: third.id })
  })

  test('does not show a product that is not published', async () => {
    const { id } = await shop.asStaff('createProduct', { name: 'Secret', slug: 'secret', price: 1 })
    await shop.asStaff('updateProduct', { product_id: id, slug: 'hidden', status: 'draft' })
    await expect(shop.asGuest('getProductBySlug', { slug: 'secret' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('leads to the category, in its own space of addresses', async () => {
    const made = await shop.asStaff('createCategory', { name: 'Lights', slug: 'lights' })
    await shop.asStaff('updateCategory', { category_id: made.id, slug: 'lighting' })
    expect(await shop.asGuest('getCategory', { category: 'lights' })).toMatchObject({
      id: made.id,
      slug: 'lighting',
    })
    await shop.asStaff('createCategory', { name: 'Candles', slug: 'lights' })
    expect(await shop.asGuest('getCategory', { category: 'lights' })).toMatchObject({ name: 'Candles' })
    await expect(shop.asGuest('getProductBySlug', { slug: 'lights' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('what search engines are told', () => {
  test('is kept apart from name and summary, and not told where nothing is said', async () => {
    const plain = await shop.asStaff('createProduct', { name: 'Bowl', price: 1 })
    expect(plain).not.toHaveProperty('seo_title')
    const told = await shop.asStaff('updateProduct', {
      product_id: plain.id,
      seo_title: 'Bowls by hand',
      seo_description: 'Thrown in Ulm.',
    })
    expect(told).toMatchObject({
      name: 'Bowl',
      seo_title: 'Bowls by hand',
      seo_description: 'Thrown in Ulm.',
    })
    const category = await shop.asStaff('createCategory', { name: 'Bowls', seo_title: 'All bowls' })
    expect(await shop.asGuest('getCategory', { category: category.id })).toMatchObject({
      seo_title: 'All bowls',
    })
  })
})

describe('tags', () => {
  test('are for staff, who find products by them', async () => {
    const made = await shop.asStaff('createProduct', {
      name: 'Tagged',
      price: 1,
      tags: ['autumn', 'autumn', 'new'],
    })
    expect(made.tags).toEqual(['autumn', 'new'])
    expect(await shop.asGuest('getProduct', { product_id: made.id })).not.toHaveProperty('tags')
    const { items } = await shop.asStaff('listManagedProducts', { tag: 'autumn' })
    expect(items.map(({ id }) => id)).toEqual([made.id])
    await shop.asStaff('updateProduct', { product_id: made.id, tags: [] })
    expect((await shop.asStaff('listManagedProducts', { tag: 'autumn' })).total).toBe(0)
  })
})
