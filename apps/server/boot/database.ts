import type { Config } from '@rampart/platform/config/config.ts'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import type { PgConnection } from '@rampart/platform/db/db.ts'
import { type Embedded, startEmbedded } from '@rampart/platform/db/embedded.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import { maxConnections } from './pool-size.ts'

/** A database to connect to, and how to leave it. */
export type Database = { readonly connection: PgConnection; stop(): Promise<void> }

/**
 * The database that the configuration names, or the shop's own PostgreSQL in `DATA_DIR/postgres`, which is started
 * or joined, and brought back whenever it dies.
 */
export async function openDatabase(config: Config, keys: Keyring, log: Log): Promise<Database> {
  if (config.database_url !== null) {
    return { connection: { url: config.database_url }, stop: () => Promise.resolve() }
  }
  const password = keys.derive('postgres:password').toString('base64url')
  const settings = { max_connections: String(maxConnections(config.web_concurrency)) }
  const start = (): Promise<Embedded> =>
    startEmbedded({ dataDir: config.data_dir, password, settings, log: (message) => log.info(message) })

  let current = await start()
  let stopped = false
  let restarting: Promise<void> = Promise.resolve()
  const restart = async (): Promise<void> => {
    log.warn('PostgreSQL went away; starting it again')
    for (let wait = 100; !stopped; wait = Math.min(wait * 2, 5_000)) {
      try {
        current = await start()
        current.watch(onDown)
        log.info('PostgreSQL is back')
        return
      } catch (error) {
        log.error('PostgreSQL did not start', { error })
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }
  const onDown = (): void => {
    if (!stopped) restarting = restart()
  }
  current.watch(onDown)
  return {
    connection: current.connection,
    stop: async () => {
      stopped = true
      await restarting
      await current.stop()
    },
  }
}
