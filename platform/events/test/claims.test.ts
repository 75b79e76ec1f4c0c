import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../db/sql.ts'
import type { TestDatabase } from '../../testing/database.ts'
import type { Delivery } from '../delivery.ts'
import { claimDeliveries, failDeliveries, releaseDeliveries, renewLeases } from '../delivery-store.ts'
import { countRows, deskListening, light, openOutbox } from './fixture.ts'

let database: TestDatabase
const registry = deskListening(async () => undefined)

beforeAll(async () => {
  database = await openOutbox()
})
beforeEach(() => database.db.run(sql`TRUNCATE platform_events.events, platform_events.deliveries`))
afterAll(() => database.drop())

const claim = (limit = 10, leaseMs = 10_000) => claimDeliveries(database.db, registry.names(), limit, leaseMs)
const nths = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ payload }) => (payload as { nth: number }).nth)

test('what is claimed is claimed once', async () => {
  await light(database, registry, 30)
  const claims = await Promise.all(Array.from({ length: 6 }, () => claim(10)))
  const seqs = claims.flat().map(({ seq }) => seq)
  expect(new Set(seqs).size).toBe(30)
  expect(seqs).toHaveLength(30)
})

test('a run of one key is claimed whole and in order, its rest waits for it', async () => {
  await light(database, registry, 6, 'lamp')
  const first = await claim(4)
  expect(nths(first)).toEqual([1, 2, 3, 4])
  expect(await claim()).toEqual([])
})

// Caught when a batch took followers whose first one was skipped as locked.
test('followers stay while somebody is claiming the one before them', async () => {
  await light(database, registry, 3, 'lamp')
  await database.db.tx(async (peer) => {
    await peer.many(sql`SELECT FROM platform_events.deliveries ORDER BY seq LIMIT 1 FOR UPDATE`)
    expect(await claim()).toEqual([])
  })
  expect(nths(await claim())).toEqual([1, 2, 3])
})

test('a claim that was lost can no longer be failed, given back or renewed', async () => {
  await light(database, registry, 1)
  const [lost] = await claim(1, 0)
  const [held] = await claim(1, 10_000)
  expect(lost).toBeDefined()
  expect(held).toMatchObject({ seq: lost!.seq, attempts: 2 })
  const read = () => database.db.one<{ due_at: string }>(sql`SELECT * FROM platform_events.deliveries`)
  const before = await read()
  await failDeliveries(database.db, [{ ...lost!, error: 'late', retryInMs: 1 }])
  await failDeliveries(database.db, [{ ...lost!, error: 'late', retryInMs: null }])
  await releaseDeliveries(database.db, [lost!])
  await renewLeases(database.db, [lost!], 60_000)
  expect(await read()).toEqual(before)
})

test('subscribers of other versions are left to them', async () => {
  await light(database, registry, 2)
  expect(await claimDeliveries(database.db, ['shelf/other.v1'], 10, 1_000)).toEqual([])
  expect(await countRows(database, 'deliveries')).toBe(2)
})
