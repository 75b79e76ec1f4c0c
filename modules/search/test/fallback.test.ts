import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { openSearch, product, type SearchScene } from './scene.ts'

// Nobody listens on this port of this machine.
const AWAY = 'http://127.0.0.1:1'

let shop: SearchScene
let clock = Date.now()
beforeAll(async () => {
  const products = ['Red kettle', 'Blue kettle'].map((name) => product({ name, brand: 'Overlea' }))
  shop = await openSearch(products, {
    clock: () => new Date(clock),
    settings: { opensearch_url: AWAY },
  })
  await shop.runJob('build', {})
})
afterAll(() => shop.close())

const waiting = async () =>
  (await shop.db.one<{ n: number }>(sql`SELECT count(*) AS n FROM search.opensearch_pending`)).n

describe('while OpenSearch is away', () => {
  test('PostgreSQL answers everything', async () => {
    const found = await shop.asGuest('searchProducts', { q: 'ketle' })
    expect(found.items).toHaveLength(2)
    expect(found.facets.map(({ key }) => key)).toEqual(['brand', 'price'])
    expect(found.rescue?.corrected).toEqual([{ word: 'ketle', taken_as: 'kettle' }])
    expect((await shop.asGuest('searchProducts', { q: 'kettle', page_size: 1 })).total).toBe(2)
    expect((await shop.asGuest('suggest', { q: 'over' })).queries).toContain('overlea')
    expect(await shop.names({ q: 'kett' })).toHaveLength(2)
  })

  test('what changes waits for it, and reaches PostgreSQL all the same', async () => {
    const late = product({ name: 'Late kettle' })
    shop.shelf.set(late.product_id, late)
    await shop.deliver('catalog.listings-changed.v1', { product_ids: [late.product_id] })
    expect(shop.takeJobs().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['take-in', 'feed-opensearch']),
    )
    await shop.runJob('take-in', {})
    await shop.runJob('feed-opensearch', {})
    expect(await waiting()).toBe(1)
    clock += 20_000
    expect(await shop.names({ q: 'late kettle' })).toContain('Late kettle')
  })

  test('nothing is built, nobody is disturbed, and a start does not fail', async () => {
    await shop.runJob('build-opensearch', {})
    const claim = sql`SELECT FROM search.opensearch WHERE building_since IS NOT NULL OR built_at IS NOT NULL`
    expect(await shop.db.many(claim)).toEqual([])
    shop.takeJobs()
    await shop.runSchedule('watch-opensearch')
    expect(shop.takeJobs()).toEqual([])
    await shop.prepare()
  })
})
