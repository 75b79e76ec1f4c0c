import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../db/sql.ts'
import type { Log } from '../../log/log.ts'
import { silentLog } from '../../log/create-log.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { listDead, retryDead } from '../dead-letters.ts'
import { claimDeliveries } from '../delivery-store.ts'
import { handOver } from '../hand-over.ts'
import type { ListenerContext } from '../listener.ts'
import {
  countRows,
  deskListening,
  light,
  type LitListener,
  openOutbox,
  quickRelay,
  until,
} from './fixture.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openOutbox()
})
beforeEach(async () => {
  await database.db
    .run(sql`TRUNCATE effects, platform_events.events, platform_events.deliveries, platform_events.dead_letters,
    platform_events.inbox`)
})
afterAll(() => database.drop())

type Effect = { lamp_id: string; nth: number; by: string }

const effects = () => database.db.many<Effect>(sql`SELECT * FROM effects ORDER BY nth`)

const inTable =
  (by: string, after?: () => Promise<void>): LitListener =>
  async ({ payload }, { once }) => {
    await once((tx) => tx.run(sql`INSERT INTO effects VALUES (${payload.lamp_id}, ${payload.nth}, ${by})`))
    await after?.()
  }

test('two relays hand 200 events over once each, in effect', async () => {
  const first = deskListening(inTable('first'))
  const second = deskListening(inTable('second'))
  await light(database, first, 200)
  const relays = [quickRelay(database, first), quickRelay(database, second)]
  await until(async () => (await countRows(database, 'deliveries')) === 0)
  await Promise.all(relays.map((relay) => relay.stop()))
  const done = await effects()
  expect(done.map(({ nth }) => nth)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
  expect(new Set(done.map(({ by }) => by)).size).toBe(2)
})

// Caught when once() ran the effect whatever the inbox said.
test('a process killed between the effect and its completion: another takes over, the effect stays single', async () => {
  const registry = deskListening(inTable('killed'))
  await light(database, registry, 1)
  // All that the killed process got to: its claim and the commit of the effect.
  const [claimed] = await claimDeliveries(database.db, registry.names(), 10, 400)
  expect(claimed).toBeDefined()
  await handOver(database.db, registry, () => new Date(), claimed!)
  expect(await countRows(database, 'deliveries')).toBe(1)

  let handled = 0
  const survivor = deskListening(inTable('survivor', async () => void (handled += 1)))
  const relay = quickRelay(database, survivor)
  await relay.drain()
  expect(handled).toBe(0) // the lease still holds
  await until(async () => (await countRows(database, 'deliveries')) === 0)
  await relay.stop()
  expect(handled).toBe(1)
  expect(await effects()).toEqual([{ lamp_id: 'a', nth: 1, by: 'killed' }])
})

// Caught when leases were not renewed.
test('a handler that outlasts its lease keeps its claim', async () => {
  let started = 0
  const slow = deskListening(async () => {
    started += 1
    await new Promise((resolve) => setTimeout(resolve, 1_500))
  })
  await light(database, slow, 1)
  const relays = [quickRelay(database, slow), quickRelay(database, slow)]
  await until(async () => (await countRows(database, 'deliveries')) === 0)
  await Promise.all(relays.map((relay) => relay.stop()))
  expect(started).toBe(1)
})

test('events of one key arrive in order, also through failures and two relays', async () => {
  const seen = new Map<string, number[]>()
  const failed = new Set<string>()
  const handle: LitListener = async ({ payload, id }) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
    if (payload.nth % 3 === 0 && !failed.has(id)) {
      failed.add(id)
      throw new Error('not yet')
    }
    seen.set(payload.lamp_id, [...(seen.get(payload.lamp_id) ?? []), payload.nth])
  }
  const registry = deskListening(handle)
  await Promise.all(['x', 'y', 'z'].map((key) => light(database, registry, 20, key)))
  const relays = [quickRelay(database, registry), quickRelay(database, registry)]
  await until(async () => (await countRows(database, 'deliveries')) === 0)
  await Promise.all(relays.map((relay) => relay.stop()))
  const inOrder = Array.from({ length: 20 }, (_, index) => index + 1)
  expect(Object.fromEntries(seen)).toEqual({ x: inOrder, y: inOrder, z: inOrder })
})

// Caught when claims looked past the first of a key only after they had filled their batch.
test('a key that waits for its next try does not hold up others, however many wait behind it', async () => {
  const others: number[] = []
  const registry = deskListening(async ({ payload }) => {
    if (payload.lamp_id === 'stuck') throw new Error('stuck')
    others.push(payload.nth)
  })
  await light(database, registry, 300, 'stuck')
  await light(database, registry, 5, 'free')
  const relay = quickRelay(database, registry, { waitMs: () => 60_000 })
  await relay.drain()
  await relay.stop()
  expect(others).toEqual([1, 2, 3, 4, 5])
  expect(await countRows(database, 'deliveries')).toBe(300)
})

test('after its last try a delivery is dead, logged, listed, and lives again when retried', async () => {
  const errors: [string, unknown][] = []
  const log: Log = { ...silentLog, error: (message, fields) => void errors.push([message, fields]) }
  let broken = true
  const tries: number[] = []
  const registry = deskListening(async ({ payload }) => {
    if (payload.nth === 2) return
    tries.push(payload.nth)
    if (broken) throw new Error('no bulb; token=canary-secret-value')
  })
  await light(database, registry, 2, 'lamp')
  const relay = quickRelay(database, registry, { log, maxAttempts: 3 })
  await until(async () => (await listDead(database.db)).items.length === 1)
  await relay.drain()
  expect(tries).toEqual([1, 1, 1])
  expect(errors).toHaveLength(1)

  const { items, next_cursor } = await listDead(database.db)
  expect(next_cursor).toBeNull()
  expect(items[0]).toMatchObject({ subscriber: 'desk/lamps.lamp-lit.v1', key: 'lamp', attempts: 3 })
  expect(items[0]?.last_error).toContain('no bulb')
  expect(items[0]?.last_error).not.toContain('canary')
  expect(await countRows(database, 'deliveries')).toBe(0) // the second went on after the first was given up

  broken = false
  expect(await retryDead(database.db, [items[0]!.id, 'nonsense'])).toBe(1)
  await relay.drain()
  await relay.stop()
  expect(tries).toEqual([1, 1, 1, 1])
  expect((await listDead(database.db)).items).toEqual([])
})

test('stopping waits for the handler that runs and gives the rest back untried', async () => {
  let finished = 0
  const registry = deskListening(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    finished += 1
  })
  await light(database, registry, 10)
  const relay = quickRelay(database, registry, { concurrency: 2, leaseMs: 10_000 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await relay.stop()
  expect(finished).toBe(2)
  const left = await database.db.many(sql`
    SELECT FROM platform_events.deliveries WHERE attempts = 0 AND due_at <= clock_timestamp()`)
  expect(left).toHaveLength(8)
})

test('a payload of another shape is not handed to the listener', async () => {
  let called = false
  const registry = deskListening(async () => void (called = true))
  await light(database, registry, 1)
  await database.db.run(sql`UPDATE platform_events.events SET payload = '{"lamp_id": 7}'`)
  const relay = quickRelay(database, registry, { maxAttempts: 1 })
  await relay.drain()
  await relay.stop()
  expect(called).toBe(false)
  expect((await listDead(database.db)).items).toHaveLength(1)
})

test('an effect that fails leaves no mark in the inbox, so the next try runs it', async () => {
  let tries = 0
  const registry = deskListening(async ({ payload }, { once }: ListenerContext) => {
    await once(async (tx) => {
      await tx.run(sql`INSERT INTO effects VALUES (${payload.lamp_id}, ${payload.nth}, 'desk')`)
      tries += 1
      if (tries === 1) throw new Error('half way')
    })
  })
  await light(database, registry, 1)
  const relay = quickRelay(database, registry)
  await until(async () => (await countRows(database, 'deliveries')) === 0)
  await relay.stop()
  expect(tries).toBe(2)
  expect(await effects()).toHaveLength(1)
})

test('a database that drops its connections loses no event and doubles no effect', async () => {
  const warnings: string[] = []
  const log: Log = { ...silentLog, warn: (message) => void warnings.push(message) }
  const registry = deskListening(inTable('desk'))
  await light(database, registry, 150)
  const relays = [quickRelay(database, registry, { log }), quickRelay(database, registry, { log })]
  for (let cut = 0; cut < 5; cut++) {
    await new Promise((resolve) => setTimeout(resolve, 15))
    await database.db.many(sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`)
  }
  await until(async () => (await countRows(database, 'deliveries').catch(() => -1)) === 0)
  await Promise.all(relays.map((relay) => relay.stop()))
  expect((await effects()).map(({ nth }) => nth)).toEqual(
    Array.from({ length: 150 }, (_, index) => index + 1),
  )
  expect(warnings.length).toBeGreaterThan(0)
})
