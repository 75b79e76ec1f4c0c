import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Search as SearchContract } from '@rampart/contracts/search.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import { openSearch, product, type SearchScene } from './scene.ts'

type Row = {
  name: string
  brand: string
  price: number
  colour: string
  ports: number
  wireless: boolean
  stock: number
}
type Search = InputOf<SearchContract, 'searchProducts'>

const brands = ['Ohm', 'Volt', 'Ampere']
const colours = ['Black', 'White', 'Red', 'Blue']
const rows: Row[] = Array.from({ length: 60 }, (_, index) => ({
  name: `${index % 2 === 0 ? 'Switch' : 'Router'} model ${index}`,
  brand: brands[index % 3] ?? '',
  price: 5 + ((index * 37) % 90),
  colour: colours[(index * 5) % 4] ?? '',
  ports: 1 + (index % 8),
  wireless: index % 5 < 2,
  stock: index % 4 === 0 ? 3 : 0,
}))

let shop: SearchScene
beforeAll(async () => {
  shop = await openSearch(
    rows.map((row) =>
      product({
        name: row.name,
        brand: row.brand,
        price_minor: row.price * 100,
        in_stock: row.stock > 0,
        attributes: { Colour: row.colour, Ports: row.ports, Wireless: row.wireless },
      }),
    ),
  )
})
afterAll(() => shop.close())

type Narrowing = {
  brand: string[]
  colour: string[]
  ports: { min: number; max: number } | null
  wireless: boolean | null
  price: { min: number; max: number } | null
}
type Query = Narrowing & { word: 'switch' | 'router' | null; inStock: boolean }

const range = (max: number) =>
  fc.option(
    fc
      .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max }))
      .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  )
const queries: fc.Arbitrary<Query> = fc.record({
  word: fc.constantFrom('switch' as const, 'router' as const, null),
  inStock: fc.boolean(),
  brand: fc.subarray(brands),
  colour: fc.subarray(colours),
  ports: range(9),
  wireless: fc.constantFrom(true, false, null),
  price: range(100),
})

/** Whether a row passes everything but the narrowing named. */
function passes(row: Row, query: Query, lifted: keyof Narrowing | null): boolean {
  const { word, inStock, brand, colour, ports, wireless, price } = query
  return (
    (word === null || row.name.toLowerCase().startsWith(word)) &&
    (!inStock || row.stock > 0) &&
    (lifted === 'brand' || brand.length === 0 || brand.includes(row.brand)) &&
    (lifted === 'colour' || colour.length === 0 || colour.includes(row.colour)) &&
    (lifted === 'ports' || ports === null || (row.ports >= ports.min && row.ports <= ports.max)) &&
    (lifted === 'wireless' || wireless === null || row.wireless === wireless) &&
    (lifted === 'price' || price === null || (row.price >= price.min && row.price <= price.max))
  )
}

function asInput({ word, inStock, brand, colour, ports, wireless, price }: Query): Search {
  const filter = [
    ...colour.map((value) => `colour:${value}`),
    ...(ports === null ? [] : [`ports:${ports.min}..${ports.max}`]),
    ...(wireless === null ? [] : [`wireless:${wireless}`]),
  ]
  return {
    ...(word === null ? {} : { q: word }),
    ...(inStock ? { in_stock: 'true' as const } : {}),
    ...(brand.length === 0 ? {} : { brand }),
    ...(price === null ? {} : { price_min: price.min, price_max: price.max }),
    ...(filter.length === 0 ? {} : { filter }),
    page_size: '100',
  }
}

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

test('results and the counts of every facet agree with brute force', async () => {
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const { items, total, facets } = await shop.asGuest('searchProducts', asInput(query))
      const expected = rows.filter((row) => passes(row, query, null))
      expect(items.map((card) => card.name).sort()).toEqual(expected.map((row) => row.name).sort())
      expect(total).toBe(expected.length)
      for (const facet of facets) {
        const key = facet.key as keyof Narrowing
        const base = rows.filter((row) => passes(row, query, key))
        if (facet.type === 'values') {
          const counts = Object.fromEntries(facet.values.map(({ value, count }) => [value, count]))
          expect({ key, counts }).toEqual({
            key,
            counts: counted(base.map((row) => String(row[key as 'brand']))),
          })
        } else {
          const numbers = base.map((row) => row[key as 'ports'])
          expect({ key, min: facet.min, max: facet.max }).toEqual({
            key,
            min: Math.min(...numbers),
            max: Math.max(...numbers),
          })
        }
      }
      const shown = facets.map((facet) => facet.key)
      if (expected.length > 20)
        expect(shown).toEqual(expect.arrayContaining(['brand', 'price', 'colour', 'wireless', 'ports']))
      const selected = facets.find((facet) => facet.key === 'colour')
      if (selected?.type === 'values') {
        for (const { value, selected: on } of selected.values) expect(on).toBe(query.colour.includes(value))
      }
    }),
    { numRuns: 60 },
  )
})
