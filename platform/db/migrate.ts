import pg from 'pg'
import type { Db } from './db.ts'
import { readMigrations } from './migration-files.ts'
import type { MigrationFile, MigrationSource } from './migration-files.ts'

export type { MigrationSource } from './migration-files.ts'

/** A number of ours in the space of advisory locks: one migrator per database at a time. */
const lockKey = 7_236_002

const bookkeeping = `
  CREATE SCHEMA IF NOT EXISTS platform;
  CREATE TABLE IF NOT EXISTS platform.migrations (
    module text NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (module, name)
  );`

/**
 * Brings the database up to the files: each file that was not applied yet, in a transaction of its own with its
 * bookkeeping row. Files that the database knows and this code does not are a newer version's, and fine.
 * @throws before anything is applied when a file is missing, doubled or was changed after it was applied; and with
 * the file's name when PostgreSQL refuses it (the files before it stay applied)
 */
export async function migrate(db: Db, sources: readonly MigrationSource[]): Promise<{ applied: string[] }> {
  const files = await readMigrations(sources)
  // A connection of its own: building an index takes longer than any request may.
  // The pool hides its password from a spread.
  const { password } = db.pool.options
  const options = { ...db.pool.options, password, statement_timeout: 0, lock_timeout: 0, query_timeout: 0 }
  const client = new pg.Client({ ...options, application_name: 'rampart migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    await client.query(bookkeeping)
    const pending = await pendingFiles(client, files)
    for (const file of pending) await apply(client, file)
    return { applied: pending.map(({ module, name }) => `${module}/${name}`) }
  } finally {
    await client.end()
  }
}

async function pendingFiles(client: pg.Client, files: readonly MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await client.query<{ module: string; name: string; sha256: string }>(
    'SELECT module, name, sha256 FROM platform.migrations',
  )
  const applied = new Map(rows.map(({ module, name, sha256 }) => [`${module}/${name}`, sha256]))
  const pending: MigrationFile[] = []
  for (const file of files) {
    const key = `${file.module}/${file.name}`
    const sha256 = applied.get(key)
    if (sha256 === undefined) pending.push(file)
    else if (sha256 !== file.sha256) throw new Error(`migration ${key} was changed after it had been applied`)
    else if (pending.some(({ folder, module }) => folder === file.folder && module === file.module)) {
      throw new Error(`migration ${key} was applied before a file with a lower number`)
    }
  }
  return pending
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('BEGIN')
  try {
    const schema = client.escapeIdentifier(file.module)
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
    await client.query(`SET LOCAL search_path = ${schema}, public`)
    await client.query(file.text)
    await client.query('INSERT INTO platform.migrations (module, name, sha256) VALUES ($1, $2, $3)', [
      file.module,
      file.name,
      file.sha256,
    ])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`migration ${file.module}/${file.name}: ${reason}`, { cause: error })
  }
}
