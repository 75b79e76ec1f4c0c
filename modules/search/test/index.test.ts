import { sql } from '@rampart/platform/db/sql.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSearch, product, type SearchScene } from './scene.ts'

let shop: SearchScene
let clock = Date.now()
const later = (seconds: number) => (clock += seconds * 1_000)

beforeAll(async () => {
  const products = ['Red kettle', 'Blue kettle', 'Green teapot'].map((name) => product({ name }))
  shop = await openSearch(products, { clock: () => new Date(clock) })
})
afterAll(() => shop.close())

const state = () => shop.asStaff('getIndexState', {})
const found = async (q: string) => {
  later(20)
  return (await shop.names({ q })).sort()
}

describe('the index', () => {
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
    expect(await state()).toMatchObject({ documents: 3, pending: 0, building: false })
  })

  test('offers nobody what no product has any more', async () => {
    const secret = product({ name: 'Zugwerk kettle', brand: 'Zugwerk' })
    shop.shelf.set(secret.product_id, secret)
    await shop.change([secret.product_id])
    later(20)
    const offered = async (q: string) => (await shop.asGuest('suggest', { q })).queries
    expect(await offered('zugw')).toEqual(expect.arrayContaining(['zugwerk', 'zugwerk kettle']))
    shop.shelf.delete(secret.product_id)
    await shop.change([secret.product_id])
    later(20)
    expect(await offered('zugw')).toEqual([])
    expect((await offered('kettl')).join()).not.toContain('zugwerk')
    expect(await offered('kettl')).not.toEqual([])
    const { rescue } = await shop.asGuest('searchProducts', { q: 'zugwerx kettle' })
    expect(rescue).toMatchObject({ corrected: [], left_out: ['zugwerx'] })
  })

  test('hears of each kind of change', async () => {
    const facts = (product_id: string) => ({ product_id, product_name: 'X', variants: [] })
    const [one, two, three] = [newId(), newId(), newId()]
    await shop.deliver('catalog.product-changed.v1', facts(one))
    await shop.deliver('catalog.products-imported.v1', { products: [facts(two)] })
    await shop.deliver('catalog.listings-changed.v1', { product_ids: [three] })
    expect((await state()).pending).toBe(3)
    expect(shop.takeJobs().map(({ name }) => name)).toContain('take-in')
    await shop.runJob('take-in', {})
    expect((await state()).pending).toBe(0)
  })

  test('answers while it is built anew, and misses nothing that changes meanwhile', async () => {
    const late = product({ name: 'Late kettle' })
    const [red] = [...shop.shelf.values()].filter(({ name }) => name === 'Red kettle')
    let during: string[] = []
    let once = true
    shop.whileReading(async () => {
      if (!once) return
      once = false
      shop.shelf.set(late.product_id, late)
      shop.shelf.delete(red!.product_id)
      await shop.change([late.product_id, red!.product_id])
      during = await found('kettle')
    })
    const { slot: before } = await liveSlot()
    await shop.runJob('build', {})
    expect(during).toEqual(['Blue kettle', 'Late kettle'])
    expect((await liveSlot()).slot).not.toBe(before)
    await shop.runJob('take-in', {})
    expect(await found('kettle')).toEqual(['Blue kettle', 'Late kettle'])
    expect(await state()).toMatchObject({ documents: 3, pending: 0, building: false })
  })

  test('is built by one at a time, and a build that fails leaves the old one', async () => {
    const { slot } = await liveSlot()
    shop.whileReading(() => Promise.reject(new Error('The catalogue is down.')))
    await expect(shop.runJob('build', {})).rejects.toThrow()
    expect(await liveSlot()).toEqual({ slot })
    expect((await state()).building).toBe(false)
    await shop.db.run(sql`UPDATE search.state SET building_since = ${new Date(clock)}`)
    shop.whileReading(() => Promise.resolve())
    await shop.runJob('build', {})
    expect(await liveSlot()).toEqual({ slot })
    await shop.db.run(sql`UPDATE search.state SET building_since = NULL`)
    expect(await found('kettle')).toEqual(['Blue kettle', 'Late kettle'])
  })

  test('that died with its process is begun again after two minutes', async () => {
    const { slot } = await liveSlot()
    await shop.db.run(
      sql`UPDATE search.state SET building_since = ${new Date(clock)}, alive_at = ${new Date(clock)}`,
    )
    shop.whileReading(() => Promise.resolve())
    later(119)
    await shop.runJob('build', {})
    expect([await liveSlot(), (await state()).building]).toEqual([{ slot }, true])
    later(2)
    await shop.runJob('build', {})
    expect([await liveSlot(), (await state()).building]).toEqual([{ slot: 1 - slot }, false])
  })

  test('tells how far a building is, how often it was built, and when one broke off', async () => {
    const { generation } = await state()
    const seen: (number | null)[] = []
    shop.whileReading(async () => {
      seen.push((await state()).progress)
      if (seen.length === 2) throw new Error('The catalogue is down.')
    })
    await expect(shop.runJob('build', {})).rejects.toThrow()
    expect(seen).toEqual([0, 50])
    expect(await state()).toMatchObject({
      generation,
      progress: null,
      failed_at: new Date(clock).toISOString(),
    })
    shop.whileReading(() => Promise.resolve())
    later(5)
    await shop.runJob('build', {})
    const now = new Date(clock).toISOString()
    expect(await state()).toMatchObject({
      ...{ generation: generation + 1, failed_at: null, built_at: now, changed_at: now },
    })
  })

  test('tells of what it could not take in, takes in the rest, and tries again', async () => {
    const [bad, good] = [product({ name: 'Bad kettle' }), product({ name: 'Good kettle' })]
    // More than the column holds.
    shop.shelf.set(bad.product_id, { ...bad, rating_count: 3e9 })
    shop.shelf.set(good.product_id, good)
    await shop.deliver('catalog.listings-changed.v1', { product_ids: [bad.product_id, good.product_id] })
    await shop.runJob('take-in', {})
    expect(await found('kettle')).toContain('Good kettle')
    expect(await found('kettle')).not.toContain('Bad kettle')
    expect(await state()).toMatchObject({ pending: 0, failed: 1 })
    shop.takeJobs()
    await shop.runSchedule('watch-index')
    expect(shop.takeJobs()).toEqual([])
    later(600)
    await shop.runSchedule('watch-index')
    expect(shop.takeJobs()).toMatchObject([{ name: 'take-in' }])
    shop.shelf.set(bad.product_id, bad)
    await shop.runJob('take-in', {})
    expect(await found('kettle')).toContain('Bad kettle')
    expect(await state()).toMatchObject({ pending: 0, failed: 0 })
    shop.shelf.set(bad.product_id, { ...bad, rating_count: 3e9 })
    await shop.change([bad.product_id])
    expect((await state()).failed).toBe(1)
    shop.shelf.set(bad.product_id, bad)
    await shop.change([bad.product_id])
    expect((await state()).failed).toBe(0)
  })

  test('is built again when it is a day old, and on demand', async () => {
    shop.takeJobs()
    await shop.runSchedule('watch-index')
    expect(shop.takeJobs()).toEqual([])
    later(90_000)
    await shop.runSchedule('watch-index')
    expect(shop.takeJobs()).toMatchObject([{ name: 'build' }])
    await shop.asStaff('rebuildIndex', {})
    expect(shop.takeJobs()).toMatchObject([{ name: 'build' }])
  })
})

const liveSlot = () => shop.db.one<{ slot: number }>(sql`SELECT live AS slot FROM search.state`)
