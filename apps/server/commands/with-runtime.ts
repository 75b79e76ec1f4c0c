import { loadConfig } from '@rampart/platform/config/config.ts'
import { environment } from '@rampart/platform/config/environment.ts'
import { loadKeyring } from '@rampart/platform/config/secrets.ts'
import { createLog } from '@rampart/platform/log/create-log.ts'
import { startRelay } from '@rampart/platform/events/relay.ts'
import { openDatabase } from '../boot/database.ts'
import { openRuntime, prepareRuntime, type Runtime } from '../boot/runtime.ts'

/**
 * Runs a command on the shop's own data, beside a running server or without one: the database is joined or started,
 * brought up to date, and left as it was found. Events that the command writes are delivered before it ends, or when it
 * waits for `delivered`.
 */
export async function withRuntime<T>(
  command: (runtime: Runtime, delivered: () => Promise<void>) => Promise<T>,
  env: Readonly<Record<string, string | undefined>> = environment(),
): Promise<T> {
  const config = loadConfig(env)
  const log = createLog({ level: config.log_level === 'info' ? 'warn' : config.log_level })
  const keys = await loadKeyring(config)
  const database = await openDatabase(config, keys, log)
  try {
    const runtime = openRuntime({
      config,
      keys,
      connection: database.connection,
      log,
      name: 'rampart command',
      poolSize: 4,
    })
    try {
      await prepareRuntime(runtime)
      const relay = startRelay({ db: runtime.db, registry: runtime.registry, log })
      try {
        const result = await command(runtime, () => relay.drain())
        await relay.drain()
        return result
      } finally {
        await relay.stop()
      }
    } finally {
      await runtime.close()
    }
  } finally {
    await database.stop()
  }
}
