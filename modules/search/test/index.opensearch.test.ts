import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { openSearchOf } from '../opensearch/open-search.ts'
import { openSearch, product, type SearchScene } from './scene.ts'

let shop: SearchScene
let clock = Date.now()
const later = (seconds: number) => (clock += seconds * 1_000)

beforeAll(async () => {
  const products = ['Red kettle', 'Blue kettle', 'Green teapot'].map((name) => product({ name }))
  shop = await openSearch(products, { clock: () => new Date(clock) })
})
afterAll(() => shop.close())

const found = async (q: string) => {
  later(20)
  return (await shop.names({ q })).sort()
}
const node = () => {
  const open = openSearchOf(shop.settings)
  if (open === null) throw new Error('These tests are about OpenSearch.')
  return open
}
const indexes = async () => (await node().cluster.indexes(node().pattern)).map(({ name }) => name)
const idOf = (name: string) => [...shop.shelf.values()].find((one) => one.name === name)?.product_id ?? ''
const waiting = () =>
  shop.db.many<{ product_id: string; failed: boolean }>(
    sql`SELECT product_id, failed_at IS NOT NULL AS failed FROM search.opensearch_pending ORDER BY seq`,
  )

describe('the index in OpenSearch', () => {
  test('takes in what is new, changed and gone', async () => {
    const white = product({ name: 'White kettle' })
    shop.shelf.set(white.product_id, white)
    await shop.change([white.product_id])
    expect(await found('kettle')).toEqual(['Blue kettle', 'Red kettle', 'White kettle'])
    shop.shelf.set(white.product_id, { ...white, name: 'White samovar' })
    await shop.change([white.product_id])
    expect(await found('kettle')).toEqual(['Blue kettle', 'Red kettle'])
    expect(await found('samovar')).toEqual(['White samovar'])
    shop.shelf.delete(white.product_id)
    await shop.change([white.product_id])
    expect((await shop.asGuest('searchProducts', { q: 'white samovar' })).total).toBe(0)
    expect(await waiting()).toEqual([])
  })

  test('answers while it is built anew, and misses nothing that changes meanwhile', async () => {
    const late = product({ name: 'Late kettle' })
    let during: string[] = []
    let readings = 0
    shop.whileReading(async () => {
      readings += 1
      // The second reading is the one that is written; what it read is old by now.
      if (readings !== 2) return
      shop.shelf.set(late.product_id, late)
      shop.shelf.delete(idOf('Red kettle'))
      await shop.change([late.product_id, ...removed])
      during = await found('kettle')
    })
    const removed = [idOf('Red kettle')]
    const [before] = await indexes()
    await shop.runJob('build-opensearch', {})
    expect(during).toEqual(['Blue kettle', 'Late kettle'])
    const after = await indexes()
    expect(after).toHaveLength(1)
    expect(after[0]).not.toBe(before)
    expect(await found('kettle')).toEqual(['Blue kettle', 'Late kettle'])
  })

  test('is built by one at a time, and a build that fails leaves the old one and nothing else', async () => {
    shop.whileReading(() => Promise.resolve())
    const before = await indexes()
    let readings = 0
    shop.whileReading(() => {
      readings += 1
      return readings === 2 ? Promise.reject(new Error('The catalogue is down.')) : Promise.resolve()
    })
    await expect(shop.runJob('build-opensearch', {})).rejects.toThrow()
    shop.whileReading(() => Promise.resolve())
    expect(await indexes()).toEqual(before)
    await shop.db.run(sql`UPDATE search.opensearch SET building_since = ${new Date(clock)}`)
    later(5)
    await shop.runJob('build-opensearch', {})
    expect(await indexes()).toEqual(before)
    await shop.db.run(sql`UPDATE search.opensearch SET building_since = NULL`)
    expect(await found('kettle')).toEqual(['Blue kettle', 'Late kettle'])
  })

  test('leaves nothing behind of a build that was killed', async () => {
    const { cluster, live, next, nameOf } = node()
    await cluster.createIndex(nameOf(new Date(1)), { aliases: { [next]: {} } })
    later(5)
    await shop.runJob('build-opensearch', {})
    const names = await indexes()
    expect(names).toHaveLength(1)
    expect((await cluster.indexes(live)).map(({ name }) => name)).toEqual(names)
  })

  test('keeps what it refuses apart, takes in the rest, and tries again', async () => {
    // Longer than a word that can be sorted by may be.
    const bad = product({ name: 'Bad kettle', sort_name: 'x'.repeat(40_000) })
    const good = product({ name: 'Good kettle' })
    shop.shelf.set(bad.product_id, bad)
    shop.shelf.set(good.product_id, good)
    await shop.change([bad.product_id, good.product_id])
    expect(await found('kettle')).toEqual(['Blue kettle', 'Good kettle', 'Late kettle'])
    expect(await waiting()).toEqual([{ product_id: bad.product_id, failed: true }])
    shop.shelf.set(bad.product_id, { ...bad, sort_name: 'bad' })
    await shop.runJob('feed-opensearch', {})
    expect(await found('kettle')).not.toContain('Bad kettle')
    later(600)
    shop.takeJobs()
    await shop.runSchedule('watch-opensearch')
    await shop.runSchedule('watch-opensearch')
    expect(shop.takeJobs().map(({ name }) => name)).toContain('feed-opensearch')
    await shop.runJob('feed-opensearch', {})
    expect(await found('kettle')).toContain('Bad kettle')
    expect(await waiting()).toEqual([])
  })

  test('is built anew when it is gone, and when nobody saw to it for a while', async () => {
    const { cluster } = node()
    await shop.runSchedule('watch-opensearch')
    shop.takeJobs()
    await shop.runSchedule('watch-opensearch')
    expect(shop.takeJobs()).toEqual([])
    later(601)
    await shop.runSchedule('watch-opensearch')
    expect(shop.takeJobs()).toMatchObject([{ name: 'build-opensearch' }])
    for (const name of await indexes()) await cluster.deleteIndex(name)
    await shop.runSchedule('watch-opensearch')
    expect(shop.takeJobs()).toMatchObject([{ name: 'build-opensearch' }])
    await shop.runJob('build-opensearch', {})
    expect(await found('teapot')).toEqual(['Green teapot'])
    shop.takeJobs()
    await shop.asStaff('rebuildIndex', {})
    expect(shop.takeJobs().map(({ name }) => name)).toEqual(['build', 'build-opensearch'])
  })

  test('is no other shop’s: names that begin alike are another’s', async () => {
    const other = openSearchOf({
      ...shop.settings,
      opensearch_prefix: `${shop.settings.opensearch_prefix}-2`,
    })
    await other?.cluster.createIndex(`${other.live}.1`, {})
    later(5)
    await shop.runJob('build-opensearch', {})
    expect(await other?.cluster.indexes(other.pattern)).toHaveLength(1)
    await other?.cluster.deleteIndex(`${other.live}.1`)
    expect(inject('opensearch')).toBe(shop.settings.opensearch_url)
  })
})
