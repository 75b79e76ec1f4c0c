import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { category, openSearch, product, type SearchScene } from './scene.ts'

let shop: SearchScene

beforeAll(async () => {
  const products = [
    product({ name: 'Blue kettle', brand: 'Overlea' }),
    product({ name: 'Red kettle', brand: 'Overlea' }),
    product({ name: 'Kettle stand' }),
  ]
  const below = category({ name: 'Kettles & teapots', slug: 'kettles', product_count: 3 })
  shop = await openSearch(products, {
    categories: [
      category({ name: 'Kitchen', product_count: 9, children: [below] }),
      category({ name: 'Küchenkessel', slug: 'kessel' }),
      category({ name: 'Kettlebells', product_count: 0 }),
    ],
  })
})
afterAll(() => shop.close())

const suggest = (q: string) => shop.asGuest('suggest', { q })
const slugs = async (q: string) => (await suggest(q)).categories.map(({ slug }) => slug)

describe('suggestions', () => {
  test('are questions, categories and products that begin so', async () => {
    const found = await suggest('kett')
    expect(found.queries).toContain('overlea kettle')
    expect(found.categories).toEqual([{ slug: 'kettles', name: 'Kettles & teapots' }])
    expect(found.products).toHaveLength(3)
    expect(found.corrected).toEqual([])
  })

  test('find a category by any of its words, whatever their accents and number, unless it is empty', async () => {
    expect(await slugs('teap')).toEqual(['kettles'])
    expect(await slugs('kettle teapots')).toEqual(['kettles'])
    expect(await slugs('kuchen')).toEqual(['kessel'])
    expect(await slugs('ki')).toEqual(['kitchen'])
    expect(await slugs('teapots ket')).toEqual(['kettles'])
    expect(await slugs('kettlebell')).toEqual([])
    expect(await slugs('tea pots')).toEqual([])
  })

  test('offer what was meant where a word was misspelt', async () => {
    const found = await suggest('ketle')
    expect(found.corrected).toEqual([{ word: 'ketle', taken_as: 'kettle' }])
    expect(found.queries.length).toBeGreaterThan(0)
    expect(found.queries.every((query) => query.includes('kettle'))).toBe(true)
    expect(found.products.map(({ name }) => name)).toContain('Blue kettle')
  })

  test('wait for two letters', async () => {
    const nothing = { queries: [], categories: [], products: [], corrected: [] }
    expect(await suggest('k')).toEqual(nothing)
    expect(await suggest('?')).toEqual(nothing)
    expect(await suggest('')).toEqual(nothing)
  })
})
