import process from 'node:process'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { loadKeyring } from '@rampart/platform/config/secrets.ts'
import { createLog } from '@rampart/platform/log/create-log.ts'
import { type Database, openDatabase } from './database.ts'
import { startWorkers } from './supervisor.ts'

export type RunningShop = {
  readonly url: string
  /** The owner's one-time set-up link, while there is no owner. */
  readonly setupUrl: string | null
}

/**
 * Runs the shop until SIGTERM or Ctrl-C: the database, the processes that serve, and their restart. `onReady` is
 * called when the first request can be answered, `onStopped` after everything has ended; `program` is what each process
 * runs.
 */
export async function runShop(
  env: Readonly<Record<string, string | undefined>>,
  onReady: (shop: RunningShop, database: Database) => Promise<void> | void,
  onStopped: () => Promise<void> | void = () => undefined,
  program = new URL('./worker.ts', import.meta.url),
): Promise<void> {
  const config = loadConfig(env)
  const log = createLog({ level: config.log_level })
  const keys = await loadKeyring(config)
  const opening = openDatabase(config, keys, log)
  const connecting = opening.then((database) => database.connection)
  const workers = await startWorkers(config, log, env, connecting, program).catch(async (error: unknown) => {
    await opening.then(
      (database) => database.stop(),
      () => undefined,
    )
    throw error
  })
  const database = await opening

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await workers.stop()
    await database.stop()
    await onStopped()
    process.exit(0)
  }
  const onSignal = (): void => {
    stop().catch((error: unknown) => {
      log.error('could not stop in good order', { error })
      process.exit(1)
    })
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  const setupUrl =
    workers.setupToken === null ? null : `${config.public_url}/admin/setup#token=${workers.setupToken}`
  await onReady({ url: config.public_url, setupUrl }, database)
}
