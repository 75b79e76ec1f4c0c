import process from 'node:process'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { environment } from '@rampart/platform/config/environment.ts'
import { loadKeyring } from '@rampart/platform/config/secrets.ts'
import { createLog } from '@rampart/platform/log/create-log.ts'
import type { ToSupervisor, ToWorker } from './messages.ts'
import { poolSize } from './pool-size.ts'
import { openRuntime } from './runtime.ts'
import { type Extend, serve } from './serve.ts'
import { StartError, startFailure } from './start-error.ts'

const GRACE_MS = 15_000

/** One of several processes that serve, told by the supervisor what to connect to. `extend` adds pages of its own. */
export function runWorker(extend: Extend = () => undefined): void {
  process.once('message', (order: ToWorker) => {
    work(order, extend).catch((error: unknown) => {
      tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
      // Nothing was begun that needs an end of its own; the supervisor has heard why.
      setTimeout(() => process.exit(1), 50)
    })
  })
}

async function work(order: ToWorker, extend: Extend): Promise<void> {
  const config = loadConfig(environment())
  const log = createLog({ level: config.log_level })
  const keys = await loadKeyring(config)
  const runtime = openRuntime({
    config,
    keys,
    connection: order.connection,
    log,
    name: 'rampart',
    poolSize: poolSize(config.web_concurrency),
  })
  const serving = await serve(runtime, { first: order.first, extend }).catch((error: unknown) => {
    throw new StartError(startFailure(error, config.port, config.host))
  })
  tell({ kind: 'ready', setup_token: serving.setupToken })

  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), GRACE_MS).unref()
    serving.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('could not stop in good order', { error })
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  // Ctrl-C reaches every process of the group; the supervisor decides when to stop.
  process.on('SIGINT', () => undefined)
  // The supervisor is gone, perhaps killed: nobody would bring the database back, so this process ends too.
  process.on('disconnect', stop)
}

function tell(message: ToSupervisor): void {
  process.send?.(message)
}
