import { backgroundContext } from '../contract/call-context.ts'
import { newId } from '../crypto/ids.ts'
import type { Db } from '../db/db.ts'
import { signal } from './signal.ts'
import type { Log } from '../log/log.ts'
import type { Schedule } from './jobs.ts'
import { addSchedules, endTurn, renewTurn, takeTurns, type Turn } from './schedule-store.ts'

/** Runs schedules, each in one process at a time. */
export type ScheduleRunner = {
  /** Starts no more turns and waits for those that run. */
  stop(): Promise<void>
}

export type ScheduleRunnerOptions = {
  readonly db: Db
  readonly log: Log
  readonly clock?: () => Date
  /** Each module's schedules by the module's name. */
  readonly schedules: Readonly<Record<string, readonly Schedule[]>>
  /** How often to look; 1 s unless told. */
  readonly tickMs?: number
  /** How long the turn of a killed process holds up the next; 15 s unless told. */
  readonly leaseMs?: number
}

const DEADLINE_MS = 300_000

/** Starts looking for schedules whose turn it is. Any number of processes may do so at once. */
export function startSchedules(options: ScheduleRunnerOptions): ScheduleRunner {
  const { db, log, clock = () => new Date(), tickMs = 1_000, leaseMs = 15_000 } = options
  const schedules = new Map<string, Schedule>()
  for (const [module, list] of Object.entries(options.schedules)) {
    for (const schedule of list) schedules.set(`${module}:${schedule.name}`, schedule)
  }
  const stopped = signal()
  const turns = new Set<Promise<void>>()
  let stopping = false
  const ended = schedules.size === 0 ? Promise.resolve() : loop()

  async function loop(): Promise<void> {
    let known = false
    let reachable = true
    while (!stopping) {
      try {
        if (!known) await addSchedules(db, [...schedules.keys()])
        known = true
        for (const turn of await takeTurns(db, schedules, leaseMs)) start(turn)
        reachable = true
      } catch (error) {
        if (reachable)
          log.warn('The schedules could not reach the database; they try again shortly.', { error })
        reachable = false
      }
      if (!stopping) await stopped.wait(tickMs)
    }
  }

  function start(turn: Turn): void {
    const running = run(turn).finally(() => turns.delete(running))
    turns.add(running)
  }

  async function run(turn: Turn): Promise<void> {
    const schedule = schedules.get(turn.name)
    if (schedule === undefined) return
    const call = backgroundContext(newId(), DEADLINE_MS)
    const renewing = setInterval(
      () => void renewTurn(db, turn, leaseMs).catch(() => undefined),
      leaseMs / 3,
    ).unref()
    try {
      await schedule.run({ call, now: clock, attempt: 1 })
    } catch (error) {
      const fields = { schedule: turn.name, request_id: call.request_id, error }
      log.error('A schedule failed; its next turn comes at its time.', fields)
    } finally {
      clearInterval(renewing)
    }
    try {
      await endTurn(db, turn)
    } catch (error) {
      log.warn('A schedule could not note its end; its next turn comes when the lease is over.', { error })
    }
  }

  return {
    async stop() {
      stopping = true
      stopped.raise()
      await ended
      await Promise.all(turns)
    },
  }
}
