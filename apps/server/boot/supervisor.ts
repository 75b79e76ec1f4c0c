import cluster, { type Worker } from 'node:cluster'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Config } from '@rampart/platform/config/config.ts'
import type { PgConnection } from '@rampart/platform/db/db.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import type { ToSupervisor, ToWorker } from './messages.ts'
import { StartError } from './start-error.ts'

const RESTART_MS = 500

export type Workers = {
  /** From the first process, while the shop has no owner. */
  readonly setupToken: string | null
  /** Ends every process in good order. */
  stop(): Promise<void>
}

/**
 * Starts the processes that serve, as many as the configuration says, and replaces one that dies. They are started
 * before the database is there, so that they load while it does; the first brings the schema up to date. `program` is what
 * each of them runs.
 */
export async function startWorkers(
  config: Config,
  log: Log,
  env: Readonly<Record<string, string | undefined>>,
  connecting: Promise<PgConnection>,
  program: URL,
): Promise<Workers> {
  cluster.setupPrimary({ exec: fileURLToPath(program), args: [] })
  const workers = Array.from({ length: config.web_concurrency }, () => cluster.fork(env))
  let stopping = false
  const stop = async (): Promise<void> => {
    stopping = true
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => stopWorker(worker)))
  }
  let connection: PgConnection
  let setupToken: string | null
  try {
    connection = await connecting
    const [first, ...others] = workers
    if (first === undefined) throw new Error('There is no process to serve with.')
    setupToken = await start(first, connection, true)
    await Promise.all(others.map((worker) => start(worker, connection, false)))
  } catch (error) {
    await stop()
    throw error
  }

  const replace = (): void => {
    setTimeout(() => {
      if (stopping) return
      const worker = cluster.fork(env)
      start(worker, connection, false).catch((error: unknown) => {
        log.error('a process did not start', { error })
        // One that could not even be made never exits.
        if (worker.process.pid === undefined) replace()
      })
    }, RESTART_MS)
  }
  cluster.on('exit', (worker, code, signal) => {
    if (stopping) return
    log.error('a serving process died; starting another', { pid: worker.process.pid, code, signal })
    replace()
  })
  return { setupToken, stop }
}

/** Resolves when the process serves. @throws when it ends before. */
function start(worker: Worker, connection: PgConnection, first: boolean): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new StartError('A serving process ended before it was ready.'))
    worker.once('exit', onExit)
    // Of a process that could not be made, or that is gone by the time it is told something: unheard, it would end us.
    worker.on('error', onExit)
    if (worker.isDead()) {
      onExit()
      return
    }
    worker.once('message', (message: ToSupervisor) => {
      worker.off('exit', onExit)
      if (message.kind === 'ready') resolve(message.setup_token)
      else reject(new StartError(message.reason))
    })
    const order: ToWorker = { kind: 'serve', connection, first }
    worker.send(order)
  })
}

function stopWorker(worker: Worker | undefined): Promise<void> {
  if (worker === undefined || worker.isDead()) return Promise.resolve()
  return new Promise((resolve) => {
    worker.once('exit', () => resolve())
    process.kill(worker.process.pid ?? 0, 'SIGTERM')
  })
}
