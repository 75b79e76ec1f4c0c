import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldEngine } from '../engine/held-engine.ts'
import { postgresEngine } from '../engine/postgres-engine.ts'
import { type EngineQuery, everything, type SearchEngine } from '../engine/search-engine.ts'
import { openSearch, product, type SearchScene } from './scene.ts'

// PostgreSQL's index alone: what a process holds of it answers as the database does, before and after a change.

let shop: SearchScene
let held: SearchEngine
let database: SearchEngine
let asked = 0

beforeAll(async () => {
  const products = ['Red kettle', 'Blue kettle', 'Kettle stand', 'Green teapot'].map((name, index) =>
    product({
      name,
      brand: index % 2 === 0 ? 'Overlea' : null,
      price_minor: 1_000 + index,
      rating_average: index === 0 ? 4.3 : null,
      attributes: { Colour: name.split(' ')[0] ?? '', Litres: index, Size: index === 1 ? 2 : '2' },
    }),
  )
  shop = await openSearch(products, { settings: { opensearch_url: null } })
  await shop.runJob('build', {})
  database = postgresEngine(shop.db)
  held = heldEngine(shop.db, {
    ...database,
    count: (query) => {
      asked += 1
      return database.count(query)
    },
  })
  await isHeld()
})
afterAll(() => shop.close())

/** Until the database is asked no more. */
async function isHeld(): Promise<void> {
  for (let before = -1; before !== asked; await sleep(20)) {
    before = asked
    await held.count({ ...everything, text: null, pinned: [] })
  }
}

const term = (word: string) => ({ word, terms: [{ term: word, weight: 1 }] })

function questions(): EngineQuery[] {
  const text = { words: [term('kettle')], needed: 1 }
  const either = { words: [term('kettle'), term('blue')], needed: 1 }
  const pinned = [...shop.shelf.values()]
    .filter(({ name }) => name.includes('Green'))
    .map((one) => one.product_id)
  return [
    { ...everything, text, pinned: [] },
    { ...everything, text: either, pinned },
    { ...everything, text: null, pinned: [], brands: ['Overlea'] },
    { ...everything, text, pinned: [], price: { min: 1_001, max: null }, ratingMin: 4.3 },
    { ...everything, text, pinned: [], attributes: [{ key: 'colour', values: ['Red'], ranges: [] }] },
    {
      ...everything,
      text,
      pinned: [],
      attributes: [{ key: 'litres', values: [], ranges: [{ min: 1, max: 9 }] }],
    },
  ]
}

async function answersOf(engine: SearchEngine) {
  const answers = []
  for (const query of questions()) {
    const window = { limit: 3, offset: 0 }
    const words = (query.text?.words ?? []).map(({ word }) => ({ word, alternatives: [] }))
    const page = await engine.page(query, 'relevance', window, words)
    const brands = await engine.brandAndPrice(query)
    const { sampled, attributes } = await engine.attributeCoverage(query)
    const facets = await engine.attributeFacets(query, ['colour', 'size'], ['litres'])
    const count = await engine.count(query)
    const spread = attributes
      .map((one) => [one.key, one.products, one.numbers, one.distinct_values].join())
      .sort()
    answers.push({ page, brands, spread, sampled: spread.length > 0 ? sampled : 0, facets, count })
  }
  return answers
}

/** Slips, beginnings and words that nothing has: `gone` stands in a product that may be gone. */
async function wordsOf(engine: SearchEngine, gone: string) {
  return {
    near: await Promise.all(['kettel', 'teapott', gone, 'xylophone', 'tea'].map(engine.nearestWord)),
    starting: await Promise.all(['ke', 'tea', 'z'].map((start) => engine.wordsStarting(start, 3))),
    known: await engine.knownWords(['kettle', 'stand', 'unknown', gone]),
  }
}

test('what is held answers as the database does, and after a change at once', async () => {
  expect(await answersOf(held)).toEqual(await answersOf(database))
  expect(await wordsOf(held, 'gren')).toEqual(await wordsOf(database, 'gren'))
  const late = product({ name: 'Late blue kettle', brand: 'Volt', attributes: { Colour: 'Late', Litres: 7 } })
  const [red] = shop.shelf.values()
  shop.shelf.set(late.product_id, late)
  shop.shelf.delete(red!.product_id)
  await shop.deliver('catalog.listings-changed.v1', { product_ids: [late.product_id, red!.product_id] })
  await shop.runJob('take-in', {})
  const before = asked
  expect(await held.knownWords(['late', 'red', 'kettle'])).toEqual(new Set(['late', 'kettle']))
  expect(await wordsOf(held, 'greem')).toEqual(await wordsOf(database, 'greem'))
  const after = await answersOf(held)
  expect(asked).toBe(before)
  expect(after).toEqual(await answersOf(database))
  await shop.runJob('build', {})
  await isHeld()
  expect(await answersOf(held)).toEqual(await answersOf(database))
})
