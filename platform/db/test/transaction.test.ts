import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { openDb } from '../db.ts'
import type { Db, DbEvent, Tx } from '../db.ts'
import { isUniqueViolation } from '../pg-error.ts'
import { sql, unsafeSql } from '../sql.ts'
import type { Sql } from '../sql.ts'

let database: TestDatabase
let db: Db
const events: DbEvent[] = []

beforeAll(async () => {
  database = await testDatabase([])
  db = openDb({ connection: database.connection, max: 4, log: (event) => events.push(event) })
  await db.run(sql`CREATE TABLE stock (id int PRIMARY KEY, n int NOT NULL CHECK (n >= 0))`)
})
afterAll(async () => {
  await db.close()
  await database.drop()
})
beforeEach(async () => {
  events.length = 0
  await db.run(sql`DELETE FROM stock`)
  await db.run(sql`INSERT INTO stock VALUES (1, 100), (2, 100)`)
})

const amount = async (id: number): Promise<number> =>
  (await db.one<{ n: number }>(sql`SELECT n FROM stock WHERE id = ${id}`)).n

describe('rows', () => {
  test('one wants exactly one, maybe at most one', async () => {
    await expect(db.one(sql`SELECT * FROM stock`)).rejects.toThrow('expected one row, got 2')
    await expect(db.one(sql`SELECT * FROM stock WHERE id = 9`)).rejects.toThrow('expected one row, got 0')
    await expect(db.maybe(sql`SELECT * FROM stock`)).rejects.toThrow('at most one')
    expect(await db.maybe(sql`SELECT * FROM stock WHERE id = 9`)).toBeNull()
    expect(await db.run(sql`UPDATE stock SET n = n WHERE id = ${1}`)).toBe(1)
  })

  test('a statement that was not made with sql`` is refused', async () => {
    const forged = { text: 'DELETE FROM stock', values: [] } as Sql
    await expect(db.run(forged)).rejects.toThrow(TypeError)
    expect(await amount(1)).toBe(100)
  })

  test('a unique violation is recognised', async () => {
    const error: unknown = await db
      .run(sql`INSERT INTO stock VALUES (1, 1)`)
      .catch((thrown: unknown) => thrown)
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(error, 'stock_pkey')).toBe(true)
    expect(isUniqueViolation(error, 'another')).toBe(false)
  })
})

describe('a transaction', () => {
  test('commits, and calls back after the commit', async () => {
    const seen: string[] = []
    await db.tx(async (tx) => {
      tx.afterCommit(() => seen.push('after'))
      await tx.run(sql`UPDATE stock SET n = n - 1 WHERE id = 1`)
      seen.push('inside')
    })
    expect(seen).toEqual(['inside', 'after'])
    expect(await amount(1)).toBe(99)
  })

  test('rolls back with its error, and does not call back', async () => {
    let called = false
    const failing = db.tx(async (tx) => {
      tx.afterCommit(() => (called = true))
      await tx.run(sql`UPDATE stock SET n = 0`)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await amount(1)).toBe(100)
    expect(called).toBe(false)
  })

  test('does not pretend to commit after a swallowed failure', async () => {
    const swallowing = db.tx(async (tx) => {
      await tx.run(sql`UPDATE stock SET n = 50 WHERE id = 1`)
      await tx.run(sql`INSERT INTO stock VALUES (1, 1)`).catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow('nothing was committed')
    expect(await amount(1)).toBe(100)
  })

  test('runs statements that start together one after another', async () => {
    const rows = await db.tx((tx) => Promise.all([1, 2, 3].map((n) => tx.one(sql`SELECT ${n}::int AS n`))))
    expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  })

  test('is of no use once it is over', async () => {
    let kept: Tx | undefined
    await db.tx(async (tx) => void (kept = tx))
    await expect(kept?.run(sql`SELECT 1`)).rejects.toThrow('the transaction is over')
  })

  test('survives an error in a callback, which is logged', async () => {
    await db.tx(async (tx) => {
      tx.afterCommit(() => {
        throw new Error('in the callback')
      })
    })
    expect(events).toMatchObject([{ kind: 'after-commit-failed' }])
  })

  test('is repeated after a deadlock', async () => {
    let runs = 0
    const locked = Promise.withResolvers<undefined>()
    const waiting = Promise.withResolvers<undefined>()
    const transfer = (
      from: number,
      to: number,
      mine: () => void,
      theirs: Promise<unknown>,
    ): Promise<void> => {
      let first = true
      return db.tx(async (tx) => {
        runs++
        await tx.run(sql`UPDATE stock SET n = n - 1 WHERE id = ${from}`)
        mine()
        if (first) await theirs
        first = false
        await tx.run(sql`UPDATE stock SET n = n + 1 WHERE id = ${to}`)
      })
    }
    await Promise.all([
      transfer(1, 2, () => locked.resolve(undefined), waiting.promise),
      transfer(2, 1, () => waiting.resolve(undefined), locked.promise),
    ])
    expect(runs).toBe(3)
    expect(events).toMatchObject([{ kind: 'transaction-retried', attempt: 1 }])
    expect([await amount(1), await amount(2)]).toEqual([100, 100])
  })

  test('is repeated after a serialization failure, so that nothing is counted twice or lost', async () => {
    const add = (): Promise<void> =>
      db.tx(
        async (tx) => {
          const { n } = await tx.one<{ n: number }>(sql`SELECT n FROM stock WHERE id = 1`)
          await sleep(5)
          await tx.run(sql`UPDATE stock SET n = ${n + 1} WHERE id = 1`)
        },
        { isolation: 'serializable' },
      )
    const results = await Promise.allSettled([add(), add(), add()])
    const succeeded = results.filter(({ status }) => status === 'fulfilled').length
    expect(succeeded).toBeGreaterThanOrEqual(2)
    expect(await amount(1)).toBe(100 + succeeded)
    expect(events.length).toBeGreaterThan(0)
  })

  test('gives up after three repetitions', async () => {
    let runs = 0
    const hopeless = db.tx(async (tx) => {
      runs++
      await tx.run(sql`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`)
    })
    await expect(hopeless).rejects.toMatchObject({ code: '40001' })
    expect(runs).toBe(4)
  })
})

describe('a lost connection', () => {
  test('is an error of the call, and the pool goes on', async () => {
    const killed = db.tx(async (tx) => {
      const { pid } = await tx.one<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
      await db.run(sql`SELECT pg_terminate_backend(${pid})`)
      await sleep(50)
      await tx.run(sql`UPDATE stock SET n = 0`)
    })
    await expect(killed).rejects.toThrow()
    expect(await amount(1)).toBe(100)
  })

  test('while it is idle is logged, and the pool goes on', async () => {
    await Promise.all([db.run(sql`SELECT 1`), db.run(sql`SELECT 1`)])
    await database.db.run(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rampart' AND datname = current_database()`,
    )
    await sleep(50)
    expect(events.some(({ kind }) => kind === 'connection-lost')).toBe(true)
    expect(await amount(1)).toBe(100)
  })
})

test('a prepared statement survives a change of its table', async () => {
  await db.run(sql`CREATE TABLE grows (id int)`)
  const read = (): Promise<object[]> => db.many(sql`SELECT * FROM grows`)
  const readInside = (): Promise<object[]> =>
    db.tx((tx) => read().then(() => tx.many(sql`SELECT *, 1 AS x FROM grows`)))
  await db.run(sql`INSERT INTO grows VALUES (1)`)
  for (let i = 0; i < 8; i++) await Promise.all([read(), readInside()])
  await db.run(unsafeSql('ALTER TABLE grows ADD COLUMN name text'))
  expect(await Promise.all([read(), read(), read()])).toEqual(Array(3).fill([{ id: 1, name: null }]))
  expect(await readInside()).toEqual([{ id: 1, name: null, x: 1 }])
})

test('a caller fails instead of waiting for ever when every connection is taken', async () => {
  const small = openDb({ connection: database.connection, max: 1 })
  small.pool.options.connectionTimeoutMillis = 200
  const release = Promise.withResolvers<undefined>()
  const holding = small.tx(() => release.promise)
  await sleep(20)
  await expect(small.run(sql`SELECT 1`)).rejects.toThrow(/timeout/)
  release.resolve(undefined)
  await holding
  expect(await small.run(sql`SELECT 1`)).toBe(1)
  await small.close()
})
