import { catalog } from '@rampart/contracts/catalog.ts'
import { pruneSchedule } from '@rampart/platform/events/prune-events.ts'
import { startRelay } from '@rampart/platform/events/relay.ts'
import { pruneKeys } from '@rampart/platform/http/idempotency-store.ts'
import type { JobHandler, JobTable, Schedule } from '@rampart/platform/jobs/jobs.ts'
import { startJobs } from '@rampart/platform/jobs/start-jobs.ts'
import { pruneCounts } from '@rampart/platform/limits/postgres-store.ts'
import { startSchedules } from '@rampart/platform/jobs/start-schedules.ts'
import { runTransfers } from '../catalog-transfer/run-transfers.ts'
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
  if (runtime.assembly.parts.has(catalog.name))
    jobs[catalog.name] = { ...jobs[catalog.name], 'run-transfers': transferJob(runtime) }
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

/** Files of products: their formats are the server's, and the catalogue only knows how far they are. */
function transferJob({ assembly, config, log }: Runtime): JobHandler {
  const { shop_currency: currency, shop_currencies: currencies } = config
  return runTransfers({ link: assembly.linkTo(catalog.name), log, currency, currencies })
}

function platformSchedules({ db }: Runtime): Schedule[] {
  return [
    pruneSchedule(db),
    { name: 'prune-idempotency-keys', everySeconds: 3_600, run: async () => void (await pruneKeys(db)) },
    { name: 'prune-limit-counts', everySeconds: 300, run: async () => void (await pruneCounts(db)) },
  ]
}
