import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { clientConfig, withDatabase } from '../db/connection.ts'
import { openDb } from '../db/db.ts'
import type { Db, PgConnection } from '../db/db.ts'
import { startEmbedded } from '../db/embedded.ts'
import { testSettings } from '../db/embedded/settings.ts'
import { migrate } from '../db/migrate.ts'
import type { MigrationSource } from '../db/migrate.ts'
import { readMigrations } from '../db/migration-files.ts'
import { markOwner, removeAbandonedServers, testFolderPrefix } from './abandoned-servers.ts'
import './provided.ts'

export type TestDatabase = { db: Db; connection: PgConnection; drop(): Promise<void> }

/** One migrator of templates at a time, over all test workers. */
const lockKey = 7_236_003

/** An empty server in a temporary folder, fast because it need not survive anything; for vitest's global setup. */
export async function startTestServer(): Promise<{ connection: PgConnection; stop: () => Promise<void> }> {
  await removeAbandonedServers()
  const dataDir = await mkdtemp(join(await realpath(tmpdir()), testFolderPrefix))
  await markOwner(dataDir)
  const password = randomBytes(16).toString('hex')
  try {
    const server = await startEmbedded({ dataDir, password, settings: testSettings })
    const stop = async (): Promise<void> => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
    return { connection: server.connection, stop }
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true })
    throw error
  }
}

/**
 * A database of the caller's own with these migrations applied: a copy of a template that is migrated once per run.
 * Outside vitest (or with a server of one's own) the server is named in `connection`.
 */
export async function testDatabase(
  sources: readonly MigrationSource[],
  connection?: PgConnection,
): Promise<TestDatabase> {
  const server = connection ?? (await providedServer())
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(server, async (admin) => {
    const template = await migratedTemplate(admin, server, sources)
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  const own = withDatabase(server, name)
  const db = openDb({ connection: own, application_name: name })
  return {
    db,
    connection: own,
    async drop() {
      await db.close()
      await asAdmin(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

async function providedServer(): Promise<PgConnection> {
  const { inject } = await import('vitest')
  return inject('database')
}

// Built under another name: a template that exists is complete.
async function migratedTemplate(
  admin: pg.Client,
  server: PgConnection,
  sources: readonly MigrationSource[],
): Promise<string> {
  const files = await readMigrations(sources)
  const hash = createHash('sha256').update(
    JSON.stringify(files.map((file) => [file.module, file.name, file.sha256])),
  )
  const template = `template_${hash.digest('hex').slice(0, 24)}`
  await admin.query('SELECT pg_advisory_lock($1)', [lockKey])
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rowCount !== 0) return template
    const building = `building_${randomBytes(8).toString('hex')}`
    await admin.query(`CREATE DATABASE ${building} TEMPLATE template0`)
    const db = openDb({ connection: withDatabase(server, building), max: 1 })
    try {
      await migrate(db, sources)
    } finally {
      await db.close()
    }
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${template}`)
    return template
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [lockKey])
  }
}

async function asAdmin<T>(server: PgConnection, act: (admin: pg.Client) => Promise<T>): Promise<T> {
  const limits = { lock_timeout: 0, statement_timeout: 0, query_timeout: 0 }
  const admin = new pg.Client({
    ...clientConfig(withDatabase(server, 'postgres'), 'rampart tests'),
    ...limits,
  })
  admin.on('error', () => undefined)
  await admin.connect()
  try {
    return await act(admin)
  } finally {
    await admin.end()
  }
}
