import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSearch, product, type SearchScene } from './scene.ts'

const lighting = { id: '0198a000-0000-7000-8000-0000000000c1', slug: 'lighting', name: 'Lighting' }
const desks = { id: '0198a000-0000-7000-8000-0000000000c2', slug: 'desk-lamps', name: 'Desk lamps' }

const products = [
  product({
    name: 'Volta desk lamp',
    brand: 'Volta',
    categories: [lighting, desks],
    skus: ['VL-100/B'],
    price_minor: 4_900,
    rating_average: 4.5,
    rating_count: 2,
    attributes: { Colour: 'Black', Power: 9, Dimmable: true },
  }),
  product({ name: 'Lamp shade for desk lamps', brand: 'Volta', categories: [lighting], price_minor: 900 }),
  product({ name: 'Oak desk', brand: 'Quercus', price_minor: 30_000, in_stock: false, rating_average: 3, rating_count: 1 }), // prettier-ignore
  product({ name: 'Acme notebook 14', brand: 'Acme', summary: 'A light computer.', price_minor: 80_000 }),
  product({ name: 'Acme notebook case', brand: 'Acme', price_minor: 2_000 }),
  product({ name: 'Café crème cups', brand: 'Été', description: 'For coffee, six of them.' }),
  product({ name: 'Round thing', type_name: 'Fruit bowls', seller_name: 'Ana Pots' }),
  product({ name: 'Television 40', brand: 'Acme', attributes: { 'Operating system': 'Window 10 Home' } }),
]

let shop: SearchScene
beforeAll(async () => {
  shop = await openSearch(products)
})
afterAll(() => shop.close())

describe('finds', () => {
  test('all the words, the thing before what belongs to it', async () => {
    expect(await shop.names({ q: 'desk lamp' })).toEqual([
      'Volta desk lamp',
      'Lamp shade for desk lamps',
      'Oak desk',
    ])
    expect((await shop.names({ q: 'notebook' }))[0]).toBe('Acme notebook 14')
    expect((await shop.names({ q: 'notebook case' }))[0]).toBe('Acme notebook case')
  })

  test.each([
    ['LAMPS', 'Volta desk lamp'],
    ['cafe creme', 'Café crème cups'],
    ['vl-100/b', 'Volta desk lamp'],
    ['VL100B', 'Volta desk lamp'],
    ['dimmable', 'Volta desk lamp'],
    ['black', 'Volta desk lamp'],
    ['coffee', 'Café crème cups'],
    ['computer', 'Acme notebook 14'],
    ['note', 'Acme notebook 14'],
    ['laptop', 'Acme notebook 14'],
    ['tv', 'Television 40'],
    ['fruit bowl', 'Round thing'],
    ['ana pots', 'Round thing'],
  ])('%s', async (q, name) => {
    expect((await shop.names({ q }))[0]).toBe(name)
  })

  test('by category with what lies below it, brand, price, stock and rating', async () => {
    expect((await shop.asGuest('searchProducts', { category: 'lighting' })).total).toBe(2)
    expect((await shop.asGuest('searchProducts', { category: lighting.id })).total).toBe(2)
    expect(await shop.names({ category: 'desk-lamps' })).toEqual(['Volta desk lamp'])
    expect(await shop.names({ brand: 'Acme', price_max: 100 })).toEqual(['Acme notebook case', 'Television 40'].reverse()) // prettier-ignore
    expect(await shop.names({ q: 'desk', in_stock: 'true', sort: 'price' })).not.toContain('Oak desk')
    expect(await shop.names({ rating_min: '4' })).toEqual(['Volta desk lamp'])
    expect(await shop.names({ filter: 'power:5..10' })).toEqual(['Volta desk lamp'])
  })

  test('by stars, and tells how many have how many', async () => {
    const stars = async (input: Parameters<typeof shop.names>[0]) =>
      (await shop.asGuest('searchProducts', input)).facets.find(({ key }) => key === 'rating')
    const values = [
      { value: '4', count: 1, selected: false },
      { value: '3', count: 2, selected: false },
      { value: '2', count: 2, selected: false },
    ]
    const facet = { type: 'values', key: 'rating', name: 'Rating' }
    expect(await stars({})).toEqual({ ...facet, values })
    // What else could be chosen stays in sight.
    const chosen = values.map((one) => ({ ...one, selected: one.value === '4' }))
    expect(await stars({ rating_min: 4 })).toEqual({ ...facet, values: chosen })
    expect(await stars({ brand: 'Quercus' })).toMatchObject({ values: [{ value: '3' }, { value: '2' }] })
    expect(await stars({ brand: 'Acme' })).toBeUndefined()
  })

  test('in every order asked for', async () => {
    const all = products.length
    for (const sort of ['relevance', 'newest', 'price', '-price', 'name', '-name', '-rating'] as const) {
      expect(await shop.names({ sort })).toHaveLength(all)
      expect((await shop.asGuest('searchProducts', { sort, q: 'desk' })).total).toBe(3)
    }
    expect((await shop.names({ sort: '-price' }))[0]).toBe('Acme notebook 14')
    expect((await shop.names({ sort: '-rating' })).slice(0, 2)).toEqual(['Volta desk lamp', 'Oak desk'])
    expect((await shop.names({ sort: 'newest' }))[0]).toBe('Television 40')
  })

  test('page by page, each product once', async () => {
    const seen: string[] = []
    for (let page = 1; page <= 4; page++) {
      const answer = await shop.asGuest('searchProducts', { q: 'desk', page: String(page), page_size: '1' })
      expect(answer.total).toBe(3)
      seen.push(...answer.items.map(({ name }) => name))
    }
    expect(new Set(seen).size).toBe(3)
    expect(seen).toHaveLength(3)
  })
})

describe('rescues a question that finds nothing, and says how', () => {
  test('a word written wrong', async () => {
    for (const [q, taken_as] of [
      ['notbook', 'notebook'],
      ['televison', 'television'],
      ['ntoebook', 'notebook'],
    ]) {
      const { items, rescue } = await shop.asGuest('searchProducts', { q: q ?? '' })
      expect(items.length).toBeGreaterThan(0)
      expect(rescue).toMatchObject({ searched: taken_as, corrected: [{ word: q, taken_as }], left_out: [] })
    }
  })

  test('a word that nothing knows is left out', async () => {
    const { items, rescue } = await shop.asGuest('searchProducts', { q: 'xyzzyq lamp' })
    expect(items[0]?.name).toBe('Volta desk lamp')
    expect(rescue).toMatchObject({ searched: 'lamp', left_out: ['xyzzyq'] })
  })

  test('words that no product has all of', async () => {
    const { items, rescue } = await shop.asGuest('searchProducts', { q: 'oak television' })
    expect(items.map(({ name }) => name).sort()).toEqual(['Oak desk', 'Television 40'])
    expect(rescue).toMatchObject({ some_words: true, searched: 'oak television' })
  })

  test('but nothing like it is nothing', async () => {
    expect(await shop.asGuest('searchProducts', { q: 'xyzzyq' })).toMatchObject({
      items: [],
      total: 0,
      facets: [],
    })
    expect(await shop.asGuest('searchProducts', { q: '!?' })).toMatchObject({ items: [], total: 0 })
  })

  test('and one that finds enough is left as it is', async () => {
    expect((await shop.asGuest('searchProducts', { q: 'lamp' })).rescue).toBeNull()
    expect((await shop.asGuest('searchProducts', {})).rescue).toBeNull()
  })
})

describe('suggests', () => {
  test('brands, kinds and products while somebody types', async () => {
    const { queries, products: found } = await shop.asGuest('suggest', { q: 'volt' })
    expect(queries[0]).toBe('volta')
    expect(found.map(({ name }) => name)).toContain('Volta desk lamp')
    expect((await shop.asGuest('suggest', { q: 'lamp' })).queries.length).toBeGreaterThan(0)
  })
})
