import { join } from 'node:path'
import { audit, type Audit } from '@rampart/contracts/audit.ts'
import { type Config, loadConfig } from '@rampart/platform/config/config.ts'
import { environment } from '@rampart/platform/config/environment.ts'
import { loadKeyring } from '@rampart/platform/config/secrets.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client, type Client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Db } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { createLog } from '@rampart/platform/log/create-log.ts'
import { openDatabase } from '../boot/database.ts'
import { openRuntime } from '../boot/runtime.ts'
import { CommandError } from './command-error.ts'
import { isThere } from './is-there.ts'

const DEADLINE_MS = 86_400_000

/**
 * Calls the audit module on the shop's own data, beside a running server or without one. Nothing is brought up to date
 * and nothing delivered: what is looked at stays as it is.
 */
export async function withAudit<T>(
  command: (calls: Client<Audit>, context: ReturnType<typeof backgroundContext>) => Promise<T>,
): Promise<T> {
  const config = loadConfig(environment())
  await assertShop(config)
  const log = createLog({ level: config.log_level === 'info' ? 'warn' : config.log_level })
  const keys = await loadKeyring(config)
  const database = await openDatabase(config, keys, log)
  try {
    const { connection } = database
    const runtime = openRuntime({ config, keys, connection, log, name: 'rampart audit', poolSize: 2 })
    try {
      await assertLog(runtime.db)
      const calls = client(audit, runtime.assembly.linkTo('audit'), 'cli')
      return await command(calls, backgroundContext(newId(), DEADLINE_MS))
    } finally {
      await runtime.close()
    }
  } finally {
    await database.stop()
  }
}

/** Whether something is there that can be read. @throws CommandError with `sentence` when not */
export async function assertThere(path: string, sentence: string): Promise<void> {
  if (!(await isThere(path))) throw new CommandError(sentence)
}

// To look at a shop that is not there would make one, and find it intact.
async function assertShop({ database_url, data_dir }: Config): Promise<void> {
  if (database_url !== null) return
  await assertThere(join(data_dir, 'postgres'), `There is no shop in ${data_dir}. Set DATA_DIR.`)
}

async function assertLog(db: Db): Promise<void> {
  const found = await db
    .one<{ there: boolean }>(sql`SELECT to_regclass('audit.chain') IS NOT NULL AS there`)
    .catch((error: unknown) => {
      throw new CommandError(`The database does not answer: ${(error as Error).message}`)
    })
  if (!found.there) throw new CommandError('This database holds no audit log yet. Start the shop once.')
}
