import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../db/sql.ts'
import { silentLog } from '../../log/create-log.ts'
import type { TestDatabase } from '../../testing/database.ts'
import type { Schedule } from '../jobs.ts'
import { startSchedules } from '../start-schedules.ts'
import { keptLog, openJobs, pause } from './fixture.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openJobs()
})
beforeEach(() => database.db.run(sql`TRUNCATE platform_jobs.schedules`))
afterAll(() => database.drop())

const start = (schedule: Schedule, options: Partial<Parameters<typeof startSchedules>[0]> = {}) =>
  startSchedules({
    db: database.db,
    log: silentLog,
    schedules: { lamps: [schedule] },
    tickMs: 20,
    leaseMs: 300,
    ...options,
  })

test('of many processes one takes each turn', async () => {
  let turns = 0
  const sweep: Schedule = { name: 'sweep', everySeconds: 1, run: async () => void (turns += 1) }
  const runners = Array.from({ length: 5 }, () => start(sweep))
  await pause(2_500)
  await Promise.all(runners.map((runner) => runner.stop()))
  expect(turns).toBe(3)
})

// Caught when turns had no lease.
test('a turn that outlasts its time and its lease keeps others away until it ends', async () => {
  let running = 0
  let most = 0
  const slow: Schedule = {
    name: 'slow',
    everySeconds: 0.1,
    run: async () => {
      running += 1
      most = Math.max(most, running)
      await pause(900)
      running -= 1
    },
  }
  const runners = [start(slow), start(slow)]
  await pause(1_500)
  await Promise.all(runners.map((runner) => runner.stop()))
  expect(most).toBe(1)
  expect(running).toBe(0)
})

test('a schedule that throws is logged and has its next turn', async () => {
  const { log, lines } = keptLog()
  let turns = 0
  const broken: Schedule = {
    name: 'broken',
    everySeconds: 0.1,
    run: async () => {
      turns += 1
      throw new Error('out of oil')
    },
  }
  const runner = start(broken, { log })
  await expect.poll(() => turns).toBeGreaterThan(1)
  await runner.stop()
  expect(lines[0]).toMatchObject({ level: 'error', fields: { schedule: 'lamps:broken' } })
})

test('the turn of a killed process ends with its lease', async () => {
  await database.db.run(sql`
    INSERT INTO platform_jobs.schedules (name, last_started_at, leased_until)
    VALUES ('lamps:sweep', now() - interval '1 hour', now() + interval '400 milliseconds')`)
  let turns = 0
  const began = performance.now()
  const runner = start({ name: 'sweep', everySeconds: 60, run: async () => void (turns += 1) })
  await expect.poll(() => turns, { interval: 10 }).toBe(1)
  expect(performance.now() - began).toBeGreaterThan(250)
  await runner.stop()
})
