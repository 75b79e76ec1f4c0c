import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../db/sql.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { createOutbox } from '../create-outbox.ts'
import { subscriptions } from '../subscriptions.ts'
import { countRows, deskListening, lamps, light, LIT, openOutbox, quickRelay } from './fixture.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openOutbox()
})
beforeEach(() => database.db.run(sql`TRUNCATE effects, platform_events.events, platform_events.deliveries`))
afterAll(() => database.drop())

test('a rolled-back change leaves no event', async () => {
  const registry = deskListening(async () => undefined)
  const outbox = createOutbox(lamps, registry)
  let woken = 0
  registry.onWake(() => (woken += 1))
  const change = database.db.tx(async (tx) => {
    await outbox.add(tx, LIT, { lamp_id: 'a', nth: 1 })
    throw new Error('changed my mind')
  })
  await expect(change).rejects.toThrow('changed my mind')
  expect(await countRows(database, 'events')).toBe(0)
  expect(await countRows(database, 'deliveries')).toBe(0)
  expect(woken).toBe(0)
})

test('a committed event reaches each subscriber once and its deliveries are gone', async () => {
  const seen: unknown[] = []
  const registry = deskListening(async (event) => void seen.push(['desk', event.payload]))
  registry.register('shelf', [
    {
      type: LIT,
      schema: lamps.events[LIT],
      handle: async (event) => void seen.push(['shelf', event.payload]),
    },
  ])
  const relay = quickRelay(database, registry)
  await light(database, registry, 1)
  await relay.drain()
  await relay.stop()
  expect(seen.sort()).toEqual([
    ['desk', { lamp_id: 'a', nth: 1 }],
    ['shelf', { lamp_id: 'a', nth: 1 }],
  ])
  expect(await countRows(database, 'deliveries')).toBe(0)
  expect(await countRows(database, 'events')).toBe(1)
})

test('an event nobody listens to is kept and waits for nobody', async () => {
  await light(database, subscriptions(), 1)
  expect(await countRows(database, 'events')).toBe(1)
  expect(await countRows(database, 'deliveries')).toBe(0)
})

test('a payload that does not fit its contract ends the transaction', async () => {
  const outbox = createOutbox(lamps, subscriptions())
  const wrong = { lamp_id: 'a', nth: 1, colour: 'green' }
  await expect(database.db.tx((tx) => outbox.add(tx, LIT, wrong))).rejects.toThrow(/colour/)
  expect(await countRows(database, 'events')).toBe(0)
})

test('the relay wakes at once after a commit, without waiting for its next look', async () => {
  let handledAt = 0
  const registry = deskListening(async () => void (handledAt = performance.now()))
  const relay = quickRelay(database, registry, { pollMs: 60_000 })
  await relay.drain()
  await light(database, registry, 1)
  const committedAt = performance.now()
  await expect.poll(() => handledAt, { interval: 5 }).toBeGreaterThan(0)
  await relay.stop()
  expect(handledAt - committedAt).toBeLessThan(500)
})

test('an event of a process without a relay is found by looking', async () => {
  const seen: number[] = []
  const registry = deskListening(async (event) => void seen.push(event.payload.nth))
  const relay = quickRelay(database, registry)
  await relay.drain()
  await light(
    database,
    deskListening(async () => undefined),
    1,
  )
  await expect.poll(() => seen).toEqual([1])
  await relay.stop()
})
