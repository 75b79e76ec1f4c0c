import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
let cables = ''
beforeAll(async () => {
  shop = await openShop()
  const parent = await shop.asStaff('createCategory', { name: 'Cables' })
  const child = await shop.asStaff('createCategory', { name: 'Network cables', parent_id: parent.id })
  cables = parent.id
  const products = [
    [
      'Lens 35 mm',
      { price: '300', brand: 'Optix', sku: 'LENS-35', attributes: [{ name: 'Weight (g)', value: 210 }] },
    ],
    [
      'Lens 9 mm',
      { price: '500', brand: 'Optix', sku: 'LENS-9', attributes: [{ name: 'Weight (g)', value: 95.5 }] },
    ],
    [
      'Patch cable Cat6',
      {
        price: '4',
        brand: 'Wire & Co',
        sku: 'CAT6-1M',
        category_id: child.id,
        initial_quantity: 5,
        attributes: [
          { name: 'Colour', value: 'Blue' },
          { name: 'Shielded', value: true },
        ],
      },
    ],
    [
      'USB cable',
      {
        price: '6.50',
        brand: 'Wire & Co',
        sku: 'USB-A.B',
        category_id: parent.id,
        attributes: [
          { name: 'Colour', value: 'Black' },
          { name: 'Shielded', value: false },
        ],
      },
    ],
    ['Éclair café', { price: '2', description: 'For cables? No, to eat.' }],
  ] as const
  for (const [name, rest] of products) await shop.asStaff('createProduct', { name, ...rest } as never)
})
afterAll(() => shop.close())

const names = async (input: Parameters<typeof shop.asGuest<'listProducts'>>[1]) =>
  (await shop.asGuest('listProducts', input)).items.map((card) => card.name)

describe('listProducts', () => {
  test('shows the newest first, and sorts by price and by name as people do', async () => {
    expect(await names({})).toEqual([
      'Éclair café',
      'USB cable',
      'Patch cable Cat6',
      'Lens 9 mm',
      'Lens 35 mm',
    ])
    expect(await names({ sort: 'price' })).toEqual([
      'Éclair café',
      'Patch cable Cat6',
      'USB cable',
      'Lens 35 mm',
      'Lens 9 mm',
    ])
    expect(await names({ sort: '-price', page_size: '1' })).toEqual(['Lens 9 mm'])
    expect(await names({ sort: 'name' })).toEqual([
      'Éclair café',
      'Lens 9 mm',
      'Lens 35 mm',
      'Patch cable Cat6',
      'USB cable',
    ])
    expect(await names({ sort: '-name', brand: 'Optix' })).toEqual(['Lens 35 mm', 'Lens 9 mm'])
  })

  test('pages without losing or repeating any', async () => {
    for (const sort of ['newest', 'price', '-price', 'name', '-name'] as const) {
      const pages = await Promise.all(
        ['1', '2', '3', '4'].map((page) => shop.asGuest('listProducts', { page, page_size: '2', sort })),
      )
      expect(new Set(pages.flatMap(({ items }) => items.map((card) => card.id))).size).toBe(5)
      expect(pages.map(({ items, total }) => [items.length, total])).toEqual([
        [2, 5],
        [2, 5],
        [1, 5],
        [0, 5],
      ])
    }
  })

  test('includes what lies below a category, by id and by slug', async () => {
    for (const category of [cables, 'cables', cables.toUpperCase()]) {
      expect(await names({ category })).toEqual(['USB cable', 'Patch cable Cat6'])
      expect(await names({ category, sort: 'price' })).toEqual(['Patch cable Cat6', 'USB cable'])
      expect(await names({ category, in_stock: 'true' })).toEqual(['Patch cable Cat6'])
    }
    expect(await names({ category: 'network-cables' })).toEqual(['Patch cable Cat6'])
    expect(await shop.asGuest('listProducts', { category: 'none' })).toMatchObject({ items: [], total: 0 })
  })

  test('finds words, beginnings, codes and accents', async () => {
    const cablesFound = await names({ q: 'cables' })
    expect(cablesFound.at(-1)).toBe('Éclair café')
    expect(cablesFound.sort()).toEqual(['Patch cable Cat6', 'USB cable', 'Éclair café'])
    expect(await names({ q: 'patc' })).toEqual(['Patch cable Cat6'])
    expect(await names({ q: 'cable pat' })).toEqual(['Patch cable Cat6'])
    expect(await names({ q: 'cat6-1m' })).toEqual(['Patch cable Cat6'])
    expect(await names({ q: 'USB-A.B' })).toEqual(['USB cable'])
    expect(await names({ q: 'ECLAIR cafe' })).toEqual(['Éclair café'])
    expect(await names({ q: 'cable -usb' })).toEqual(['Patch cable Cat6', 'Éclair café'])
    expect(await names({ q: '"patch cable"' })).toEqual(['Patch cable Cat6'])
    expect(await names({ q: 'blue' })).toEqual(['Patch cable Cat6'])
    expect(await names({ q: '!!!' })).toEqual([])
  })

  test('filters by brand, price, stock and typed attributes', async () => {
    expect(await names({ brand: 'Wire & Co', sort: 'price' })).toEqual(['Patch cable Cat6', 'USB cable'])
    expect(await names({ brand: ['Wire & Co', 'Optix'], price_min: '5', sort: 'price' })).toEqual([
      'USB cable',
      'Lens 35 mm',
      'Lens 9 mm',
    ])
    expect(await names({ price_min: '2', price_max: '4.00', sort: 'price' })).toEqual([
      'Éclair café',
      'Patch cable Cat6',
    ])
    expect(await names({ in_stock: 'true' })).toEqual(['Patch cable Cat6'])
    expect(await names({ filter: 'weight_g:90..100' })).toEqual(['Lens 9 mm'])
    expect(await names({ filter: 'weight_g:..95.5' })).toEqual(['Lens 9 mm'])
    expect(await names({ filter: 'weight_g:100..' })).toEqual(['Lens 35 mm'])
    expect(await names({ filter: 'weight_g:210' })).toEqual(['Lens 35 mm'])
    expect(await names({ filter: 'shielded:true' })).toEqual(['Patch cable Cat6'])
    expect(await names({ filter: ['colour:Blue', 'colour:Black'], sort: 'price' })).toEqual([
      'Patch cable Cat6',
      'USB cable',
    ])
    expect(await names({ filter: ['colour:Blue', 'shielded:false'] })).toEqual([])
  })
})
