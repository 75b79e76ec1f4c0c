import { pruneSchedule } from '@rampart/platform/events/prune-events.ts'
import { startRelay } from '@rampart/platform/events/relay.ts'
import { pruneKeys } from '@rampart/platform/http/idempotency-store.ts'
import type { JobTable, Schedule } from '@rampart/platform/jobs/jobs.ts'
import { startJobs } from '@rampart/platform/jobs/start-jobs.ts'
import { pruneCounts } from '@rampart/platform/limits/postgres-store.ts'
import { startSchedules } from '@rampart/platform/jobs/start-schedules.ts'
import type { Runtime } from './runtime.ts'

/** What runs beside requests: events on their way, queued jobs, schedules. Any number of processes may do so. */
export function startBackground(runtime: Runtime): { stop(): Promise<void> } {
  const { db, log, registry } = runtime
  const jobs: Record<string, JobTable> = {}
  const schedules: Record<string, readonly Schedule[]> = { platform: platformSchedules(runtime) }
  for (const [module, parts] of runtime.assembly.parts) {
    jobs[module] = parts.jobs ?? {}
    schedules[module] = parts.schedules ?? []
  }
  const running = [
    startRelay({ db, registry, log }),
    startJobs({ db, log, jobs }),
    startSchedules({ db, log, schedules }),
  ]
  return {
    stop: async () => {
      await Promise.all(running.map((part) => part.stop()))
    },
  }
}

function platformSchedules({ db }: Runtime): Schedule[] {
  return [
    pruneSchedule(db),
    { name: 'prune-idempotency-keys', everySeconds: 3_600, run: async () => void (await pruneKeys(db)) },
    { name: 'prune-limit-counts', everySeconds: 300, run: async () => void (await pruneCounts(db)) },
  ]
}
