import cluster from 'node:cluster'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import type { Config } from '@rampart/platform/config/config.ts'
import { silentLog } from '@rampart/platform/log/create-log.ts'
import { startWorkers } from '../boot/supervisor.ts'

const worker = new URL('../boot/worker.ts', import.meta.url)
const nowhere = { host: '127.0.0.1', port: 1, user: 'u', password: 'p', database: 'd' }

/** Ends every process before it could be told anything, as one that runs out of memory while it loads. */
async function killAll(): Promise<void> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  expect(workers).toHaveLength(2)
  await Promise.all(
    workers.map(async (worker) => {
      const gone = once(worker, 'exit')
      worker.process.kill('SIGKILL')
      await gone
    }),
  )
}

// Planted bug: telling a dead process something is an error that nobody hears, and ends the supervisor with it.
it('says that the processes died while the database was on its way', async () => {
  const config = { web_concurrency: 2 } as Config
  const connecting = new Promise((resolve) => setTimeout(resolve, 50)).then(killAll).then(() => nowhere)
  await expect(startWorkers(config, silentLog, {}, connecting, worker)).rejects.toThrow(
    'ended before it was ready',
  )
})
