import { audit, type Audit } from '@rampart/contracts/audit.ts'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { environment } from '@rampart/platform/config/environment.ts'
import { loadKeyring } from '@rampart/platform/config/secrets.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client, type Client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { createLog } from '@rampart/platform/log/create-log.ts'
import { openDatabase } from '../boot/database.ts'
import { openRuntime } from '../boot/runtime.ts'

const DEADLINE_MS = 86_400_000

/**
 * Calls the audit module on the shop's own data, beside a running server or without one. Nothing is brought up to date
 * and nothing delivered: what is looked at stays as it is.
 */
export async function withAudit<T>(
  command: (calls: Client<Audit>, context: ReturnType<typeof backgroundContext>) => Promise<T>,
): Promise<T> {
  const config = loadConfig(environment())
  const log = createLog({ level: config.log_level === 'info' ? 'warn' : config.log_level })
  const keys = await loadKeyring(config)
  const database = await openDatabase(config, keys, log)
  try {
    const { connection } = database
    const runtime = openRuntime({ config, keys, connection, log, name: 'rampart audit', poolSize: 2 })
    try {
      const calls = client(audit, runtime.assembly.linkTo('audit'), 'cli')
      return await command(calls, backgroundContext(newId(), DEADLINE_MS))
    } finally {
      await runtime.close()
    }
  } finally {
    await database.stop()
  }
}
