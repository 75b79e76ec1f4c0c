import { afterEach, describe, expect, test } from 'vitest'
import { openRedis } from '../../cache/redis.ts'
import { keyring } from '../../crypto/keys.ts'
import { openDb } from '../../db/db.ts'
import { silentLog } from '../../log/create-log.ts'
import type { Log } from '../../log/log.ts'
import { testDatabase } from '../../testing/database.ts'
import type { CounterStore } from '../counter-store.ts'
import { createLimits } from '../create-limits.ts'
import { fallbackStore } from '../fallback-store.ts'
import { memoryStore } from '../memory-store.ts'
import { limitMigrations } from '../migration-source.ts'
import { redisStore } from '../redis-store.ts'
import { hasRedis, startRedis, type TestRedis } from './redis-server.ts'

const ask = { key: 'k', amount: 1, windowSeconds: 60, max: 3 }
const nothing = () => Promise.resolve()
const gone: CounterStore = { take: () => Promise.reject(new Error('gone')), close: nothing }
const silent: CounterStore = { take: () => new Promise(() => undefined), close: nothing }

function notes(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const note = (message: string): void => void lines.push(message)
  return { lines, log: { ...silentLog, warn: note, info: note } }
}

async function acceptedOf(store: CounterStore, times: number): Promise<number> {
  let accepted = 0
  for (let round = 0; round < times; round += 1)
    if ((await store.take([ask]))[0]?.accepted === true) accepted += 1
  return accepted
}

test.each([
  ['is gone', gone],
  ['does not answer', silent],
])('a limit holds while its store %s, and the log says so once', async (_name, broken) => {
  const { log, lines } = notes()
  const store = fallbackStore(
    [
      { name: 'broken', store: broken },
      { name: 'memory', store: memoryStore() },
    ],
    log,
  )
  expect(await acceptedOf(store, 10)).toBe(3)
  expect(lines).toEqual(['limits cannot be counted there; the next store counts'])
})

test('a store that was gone is asked again after a second', async () => {
  let [moment, asked] = [0, 0]
  let up = false
  const { log, lines } = notes()
  const shaky: CounterStore = {
    take: (takings) => {
      asked += 1
      return up ? memoryStore().take(takings) : Promise.reject(new Error('gone'))
    },
    close: nothing,
  }
  const stores = [
    { name: 'shaky', store: shaky },
    { name: 'memory', store: memoryStore() },
  ]
  const store = fallbackStore(stores, log, () => moment)
  await acceptedOf(store, 5)
  expect(asked).toBe(1)
  moment += 1_100
  up = true
  await acceptedOf(store, 2)
  expect(asked).toBe(3)
  expect(lines.at(-1)).toBe('limits are counted there again')
})

test('with PostgreSQL gone the limits of one process hold in its memory', async () => {
  const db = openDb({ connection: { url: 'postgres://nobody:x@127.0.0.1:1/none' }, application_name: 'gone' })
  const keys = keyring(Buffer.alloc(32, 3))
  const limits = createLimits({ db, keys, log: silentLog, redisUrl: null, factor: 1 })
  let accepted = 0
  for (let round = 0; round < 130; round += 1) {
    const verdict = await limits.take('sign-in', 'network', '203.0.113.9', 'identity.login')
    if (verdict?.accepted === true) accepted += 1
  }
  expect(accepted).toBe(120)
  await limits.close()
  await db.close()
})

describe.skipIf(!hasRedis())('with Redis', () => {
  let redis: TestRedis | undefined
  afterEach(() => redis?.stop())

  test('PostgreSQL takes over when it goes, and it takes over again when it is back', async () => {
    redis = await startRedis()
    const database = await testDatabase([limitMigrations])
    const { log, lines } = notes()
    const limits = createLimits({
      db: database.db,
      keys: keyring(Buffer.alloc(32, 3)),
      log,
      redisUrl: redis.url,
      factor: 1,
    })
    const rows = async (): Promise<number> =>
      (await database.db.pool.query('SELECT FROM platform_limits.counts')).rowCount ?? 0
    const accepted = async (who: string): Promise<number> => {
      let count = 0
      for (let round = 0; round < 130; round += 1) {
        if ((await limits.take('sign-in', 'network', who, 'identity.login'))?.accepted === true) count += 1
      }
      return count
    }
    // The connection is made in the background.
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await accepted('198.51.100.1')).toBe(120)
    expect(await rows()).toBe(0)
    await redis.stop()
    expect(await accepted('198.51.100.2')).toBe(120)
    expect(await rows()).toBeGreaterThan(0)
    redis = await startRedis(redis.port)
    await new Promise((resolve) => setTimeout(resolve, 3_500))
    const before = await rows()
    expect(await accepted('198.51.100.3')).toBe(120)
    expect(await rows()).toBe(before)
    expect(lines.at(-1)).toBe('limits are counted there again')
    await limits.close()
    await database.drop()
  })

  test('two connections share one count, and nobody is named there', async () => {
    redis = await startRedis()
    const hash = (key: string): Buffer => Buffer.from(key.length.toString().padStart(16, '0'))
    const connections = [openRedis(redis.url, silentLog), openRedis(redis.url, silentLog)]
    await new Promise((resolve) => setTimeout(resolve, 300))
    const [first, second] = connections.map((connection) => redisStore(connection, hash))
    if (first === undefined || second === undefined) throw new Error('no stores')
    expect((await acceptedOf(first, 2)) + (await acceptedOf(second, 5))).toBe(3)
    await Promise.all([first.close(), second.close()])
  })
})
