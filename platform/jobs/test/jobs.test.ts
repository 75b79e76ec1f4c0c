import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../db/sql.ts'
import { silentLog } from '../../log/create-log.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { createJobs } from '../create-jobs.ts'
import { migrateJobs } from '../migrate-jobs.ts'
import { startJobs } from '../start-jobs.ts'
import { keptLog, openJobs, pause } from './fixture.ts'

let database: TestDatabase
const jobs = createJobs('lamps')

beforeAll(async () => {
  database = await openJobs()
})
beforeEach(() => database.db.run(sql`DELETE FROM graphile_worker._private_jobs`))
afterAll(() => database.drop())

const waiting = async () => (await database.db.many(sql`SELECT FROM graphile_worker.jobs`)).length

test('a job runs after its transaction commits and is gone', async () => {
  const ran: unknown[] = []
  const runner = startJobs({
    db: database.db,
    log: silentLog,
    jobs: {
      lamps: {
        light: async (payload, { attempt, call }) => void ran.push([payload, attempt, call.principal.kind]),
      },
    },
  })
  await database.db.tx((tx) => jobs.add(tx, 'light', { lamp_id: 'a' }))
  await expect.poll(() => ran).toEqual([[{ lamp_id: 'a' }, 1, 'system']])
  await runner.stop()
  expect(await waiting()).toBe(0)
})

test('a rolled-back transaction leaves no job', async () => {
  const change = database.db.tx(async (tx) => {
    await jobs.add(tx, 'light', {})
    throw new Error('changed my mind')
  })
  await expect(change).rejects.toThrow('changed my mind')
  expect(await waiting()).toBe(0)
})

test('a waiting job with the same key is replaced, that of another module is not', async () => {
  const runAt = new Date(Date.now() + 3_600_000)
  for (const owner of [jobs, jobs, createJobs('shelves')]) {
    await database.db.tx((tx) => owner.add(tx, 'light', {}, { key: 'once', runAt }))
  }
  expect(await waiting()).toBe(2)
})

test('a job that fails is tried again, then given up with an error in the log that holds no secret', async () => {
  const { log, lines } = keptLog()
  const broken = async () => {
    throw new Error('no bulb; token=canary-secret-value')
  }
  const runner = startJobs({ db: database.db, log, jobs: { lamps: { light: broken } } })
  await database.db.tx((tx) => jobs.add(tx, 'light', {}, { maxAttempts: 2 }))
  await expect.poll(() => lines.length).toBe(1)
  expect(lines[0]).toMatchObject({ level: 'warn', fields: { job: 'lamps:light', attempt: 1 } })
  await pause(50)
  await database.db.run(sql`UPDATE graphile_worker._private_jobs SET run_at = now()`)
  await expect.poll(() => lines.length, { timeout: 5_000 }).toBe(2)
  await runner.stop()
  expect(lines[1]).toMatchObject({ level: 'error', fields: { job: 'lamps:light', attempt: 2 } })
  const kept = await database.db.one<{ last_error: string }>(sql`SELECT last_error FROM graphile_worker.jobs`)
  expect(kept.last_error).toContain('no bulb')
  expect(kept.last_error).not.toContain('canary')
})

// Caught without the freeing of orphans: the queue itself waits four hours.
test('the job of a killed process is taken over', async () => {
  await database.db.tx((tx) => jobs.add(tx, 'light', {}))
  await database.db.run(sql`
    UPDATE graphile_worker._private_jobs
    SET locked_by = 'pool-killed', locked_at = now() - interval '1 second', attempts = 1`)
  const attempts: number[] = []
  const runner = startJobs({
    db: database.db,
    log: silentLog,
    deadAfterMs: 600,
    pollMs: 100,
    jobs: { lamps: { light: async (_payload, { attempt }) => void attempts.push(attempt) } },
  })
  await expect.poll(() => attempts, { timeout: 5_000 }).toEqual([2])
  await runner.stop()
})

// Caught without the dropping of replaced jobs: the queue never tries such a job again, and keeps it for ever.
test('of a killed process, a job whose key was taken meanwhile is dropped; one that used up its tries stays', async () => {
  const add = (name: string, key?: string) =>
    database.db.tx((tx) => jobs.add(tx, name, {}, key === undefined ? {} : { key }))
  await add('light', 'once')
  await add('dim')
  await database.db.run(sql`
    UPDATE graphile_worker._private_jobs
    SET locked_by = 'pool-killed', locked_at = now() - interval '1 second',
      attempts = CASE WHEN key IS NULL THEN max_attempts ELSE 1 END`)
  await add('light', 'once')
  expect(await waiting()).toBe(3)
  let ran = 0
  const runner = startJobs({
    db: database.db,
    log: silentLog,
    deadAfterMs: 600,
    pollMs: 100,
    jobs: { lamps: { light: async () => void (ran += 1), dim: async () => undefined } },
  })
  await expect.poll(waiting, { timeout: 5_000 }).toBe(1)
  await runner.stop()
  expect(ran).toBe(1)
  const left = await database.db.one<{ task_identifier: string }>(
    sql`SELECT task_identifier FROM graphile_worker.jobs`,
  )
  expect(left.task_identifier).toBe('lamps:dim')
})

// Caught when runners did not sign on.
test('the job of a runner that is alive stays its own, however long it takes', async () => {
  let started = 0
  const slow = async () => {
    started += 1
    await pause(1_500)
  }
  const options = {
    db: database.db,
    log: silentLog,
    deadAfterMs: 400,
    pollMs: 50,
    jobs: { lamps: { light: slow } },
  }
  const runners = [startJobs(options), startJobs(options)]
  await database.db.tx((tx) => jobs.add(tx, 'light', {}))
  await expect.poll(waiting, { timeout: 5_000, interval: 100 }).toBe(0)
  await Promise.all(runners.map((runner) => runner.stop()))
  expect(started).toBe(1)
})

test('stopping waits for the job that runs', async () => {
  let finished = false
  let started = false
  const slow = async () => {
    started = true
    await pause(300)
    finished = true
  }
  const runner = startJobs({ db: database.db, log: silentLog, jobs: { lamps: { light: slow } } })
  await database.db.tx((tx) => jobs.add(tx, 'light', {}))
  await expect.poll(() => started, { interval: 5 }).toBe(true)
  await runner.stop()
  expect(finished).toBe(true)
  expect(await waiting()).toBe(0)
})

test('the runner comes back when the database dropped its connections', async () => {
  const ran: unknown[] = []
  const slow = async (payload: unknown) => {
    await pause(200)
    ran.push(payload)
  }
  const runner = startJobs({
    db: database.db,
    log: silentLog,
    deadAfterMs: 800,
    jobs: { lamps: { light: slow } },
  })
  await database.db.tx((tx) => jobs.add(tx, 'light', 'first'))
  await pause(100)
  await database.db.many(sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
  await pause(300)
  await database.db.tx((tx) => jobs.add(tx, 'light', 'second'))
  await expect.poll(() => ran, { timeout: 10_000 }).toContain('second')
  await runner.stop()
})

test('several processes may migrate the queue at once', async () => {
  await Promise.all([1, 2, 3].map(() => migrateJobs(database.db, silentLog)))
})
