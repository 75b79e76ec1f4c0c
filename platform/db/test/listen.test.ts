import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { openDb } from '../db.ts'
import type { Db } from '../db.ts'
import { sql } from '../sql.ts'

let database: TestDatabase
let db: Db
const events: string[] = []
beforeAll(async () => {
  database = await testDatabase([])
  db = openDb({ connection: database.connection, log: ({ kind }) => events.push(kind) })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const notify = (channel: string, payload: string): Promise<number> =>
  db.run(sql`SELECT pg_notify(${channel}, ${payload})`)
const listeners = async (): Promise<number> =>
  (
    await db.many(
      sql`SELECT FROM pg_stat_activity WHERE application_name = 'rampart listener' AND datname = current_database()`,
    )
  ).length

test('all listeners share one connection and each hears its channel', async () => {
  const heard: string[] = []
  const stopA = await db.listen('channel_a', (payload) => heard.push(`a ${payload}`))
  const stopA2 = await db.listen('channel_a', (payload) => heard.push(`a2 ${payload}`))
  const stopB = await db.listen('channel_b', (payload) => heard.push(`b ${payload}`))
  expect(await listeners()).toBe(1)
  await notify('channel_a', '1')
  await notify('channel_b', '2')
  await vi.waitFor(() => expect(heard).toEqual(['a 1', 'a2 1', 'b 2']))
  await stopA()
  await notify('channel_a', '3')
  await vi.waitFor(() => expect(heard.slice(3)).toEqual(['a2 3']))
  await stopA2()
  await stopB()
})

test('a listener that throws disturbs nobody', async () => {
  const heard: string[] = []
  const stop = await db.listen('throwing', () => {
    throw new Error('no')
  })
  const stopGood = await db.listen('throwing', (payload) => heard.push(payload))
  await notify('throwing', 'x')
  await vi.waitFor(() => expect(heard).toEqual(['x']))
  expect(events).toContain('listener-failed')
  await stop()
  await stopGood()
})

test('the connection comes back by itself and says that something may have been missed', async () => {
  const heard: string[] = []
  let gaps = 0
  const stop = await db.listen(
    'comes_back',
    (payload) => heard.push(payload),
    () => gaps++,
  )
  for (let round = 1; round <= 3; round++) {
    await db.run(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rampart listener' AND datname = current_database()`,
    )
    await vi.waitFor(() => expect(gaps).toBe(round), { timeout: 5_000 })
    await notify('comes_back', String(round))
    await vi.waitFor(() => expect(heard).toHaveLength(round))
  }
  expect(heard).toEqual(['1', '2', '3'])
  expect(events).toContain('listener-restored')
  await stop()
})

test('a channel name is an identifier', async () => {
  await expect(db.listen('a"; DROP TABLE x; --', () => undefined)).rejects.toThrow('not a channel name')
})

test('closing ends the connection for good', async () => {
  const other = openDb({ connection: database.connection })
  await other.listen('closing', () => undefined)
  await other.close()
  await other.close()
  await expect(other.listen('closing', () => undefined)).rejects.toThrow('closed')
  await db.close()
  await vi.waitFor(async () => {
    const { n } = await database.db.one<{ n: number }>(
      sql`SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'rampart listener' AND datname = current_database()`,
    )
    expect(n).toBe(0)
  })
})
