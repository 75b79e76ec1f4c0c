import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRedis } from '../../cache/redis.ts'
import { silentLog } from '../../log/create-log.ts'
import { testDatabase } from '../../testing/database.ts'
import type { CounterStore, Taking } from '../counter-store.ts'
import { memoryStore } from '../memory-store.ts'
import { limitMigrations } from '../migration-source.ts'
import { postgresStore, pruneCounts } from '../postgres-store.ts'
import { redisStore } from '../redis-store.ts'
import { used } from '../window.ts'
import { hasRedis, startRedis } from './redis-server.ts'

const hash = (key: string): Buffer => createHash('sha256').update(key).digest().subarray(0, 16)
const redisHere = hasRedis()
if (!redisHere) process.stdout.write('redis-server is not found: the limits in Redis are not tried here.\n')

type Opened = { readonly store: CounterStore; close(): Promise<void> }

async function openPostgres(): Promise<Opened> {
  const database = await testDatabase([limitMigrations])
  return { store: postgresStore(database.db, hash), close: () => database.drop() }
}

async function openOwnRedis(): Promise<Opened> {
  const server = await startRedis()
  const store = redisStore(openRedis(server.url, silentLog), hash)
  while (
    (await store
      .take([])
      .then(() => store.take([taking('ready')]))
      .catch(() => null)) === null
  )
    await sleep(20)
  return {
    store,
    close: async () => {
      await store.close()
      await server.stop()
    },
  }
}

function taking(key: string, more: Partial<Taking> = {}): Taking {
  return { key, amount: 1, windowSeconds: 60, max: 5, ...more }
}

describe.each([
  ['memory', true, () => Promise.resolve({ store: memoryStore(), close: () => Promise.resolve() })],
  ['PostgreSQL', true, openPostgres],
  ['Redis', redisHere, openOwnRedis],
] as const)('counts in %s', (_name, here, open) => {
  describe.skipIf(!here)('', () => {
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())

    const one = async (wanted: Taking) => {
      const [taken] = await opened.store.take([wanted])
      if (taken === undefined) throw new Error('no answer')
      return taken
    }

    test('let exactly the limit through, and do not count what they refuse', async () => {
      const accepted = []
      for (let round = 0; round < 9; round += 1) accepted.push((await one(taking('exact'))).accepted)
      expect(accepted).toEqual([true, true, true, true, true, false, false, false, false])
      expect(used((await one(taking('exact'))).counts)).toBe(5)
    })

    test('let exactly the limit through when all ask at once', async () => {
      const answers = await Promise.all(Array.from({ length: 60 }, () => one(taking('race', { max: 20 }))))
      expect(answers.filter((answer) => answer.accepted)).toHaveLength(20)
    })

    test('add up what was let through elsewhere without asking', async () => {
      await one(taking('ahead', { amount: 7, max: null }))
      expect(used((await one(taking('ahead', { amount: 4, max: null }))).counts)).toBe(11)
      expect((await one(taking('ahead'))).accepted).toBe(false)
    })

    test('answer many keys at once, each in its place', async () => {
      const keys = Array.from({ length: 50 }, (_, index) => `many-${String((index * 37) % 50)}`)
      const takings = keys.map((key, index) => taking(key, { amount: index + 1, max: null }))
      const answers = await opened.store.take(takings)
      expect(answers.map((answer) => used(answer.counts))).toEqual(takings.map(({ amount }) => amount))
      expect(await opened.store.take([])).toEqual([])
    })

    test('hold no more than the limit in any window, and open again after it', async () => {
      const windowSeconds = 1
      const moments: number[] = []
      const until = performance.now() + 3_300
      while (performance.now() < until) {
        const before = performance.now()
        if ((await one(taking('sliding', { windowSeconds }))).accepted) moments.push(before)
        await sleep(8)
      }
      expect(moments.length).toBeGreaterThanOrEqual(13)
      for (const [index, moment] of moments.entries()) {
        const sixth = moments[index + 5]
        // The moments are taken before each question; those in between may take a few milliseconds.
        if (sixth !== undefined) expect(sixth - moment).toBeGreaterThan(windowSeconds * 1_000 - 60)
      }
    })
  })
})

test('counts in PostgreSQL that are over are cleared away, and nobody is named there', async () => {
  const database = await testDatabase([limitMigrations])
  const store = postgresStore(database.db, hash)
  await store.take([taking('203.0.113.7', { windowSeconds: 0.01 }), taking('stays')])
  await sleep(30)
  expect(await pruneCounts(database.db)).toBe(1)
  const { rows } = await database.db.pool.query<{ text: string }>(
    'SELECT c::text AS text FROM platform_limits.counts c',
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('stays')
  await database.drop()
})

test('memory forgets the oldest keys before it grows without bound', async () => {
  let moment = 1_000_000
  const store = memoryStore(() => moment, 10)
  for (let index = 0; index < 100; index += 1) await store.take([taking(`key-${String(index)}`, { max: 1 })])
  expect((await store.take([taking('key-99', { max: 1 })]))[0]?.accepted).toBe(false)
  expect((await store.take([taking('key-0', { max: 1 })]))[0]?.accepted).toBe(true)
  moment += 120_000
  expect((await store.take([taking('key-99', { max: 1 })]))[0]?.accepted).toBe(true)
})
