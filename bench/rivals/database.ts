import { join } from 'node:path'
import pg from 'pg'
import { withDatabase } from '../../platform/db/connection.ts'
import { startEmbedded } from '../../platform/db/embedded.ts'
import type { DatabasePlace, Databases } from './contestant.ts'

const COPY = 'bench_now'
// Nobody but this user (and root) can enter the folder of its socket.
const PASSWORD = 'made-up-products-only'

/** The project's own PostgreSQL with its usual, durable settings, on data of the bench. */
export async function openDatabases(cache: string): Promise<Databases & { stop(): Promise<void> }> {
  const embedded = await startEmbedded({ dataDir: join(cache, 'data'), password: PASSWORD })
  const at = (database: string): DatabasePlace => withDatabase(embedded.connection, database) as DatabasePlace
  // A plain client, because copying a database takes longer than the shop allows a statement.
  const admin = new pg.Client(embedded.connection as DatabasePlace)
  await admin.connect()

  return {
    seeded: async (name, fill) => {
      const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
      if (rowCount === 1) return
      // Named last: a database with the name is complete.
      const draft = `${name}_draft`
      await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
      await admin.query(`CREATE DATABASE ${draft}`)
      await fill(at(draft))
      await analyse(at(draft))
      await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
    },
    forget: async (name) => {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
    copyOf: async (name) => {
      await admin.query(`DROP DATABASE IF EXISTS ${COPY} WITH (FORCE)`)
      await admin.query(`CREATE DATABASE ${COPY} TEMPLATE ${name}`)
      await admin.query('CHECKPOINT')
      return at(COPY)
    },
    stop: async () => {
      await admin.end()
      await embedded.stop()
    },
  }
}

/** As the address that programs read from DATABASE_URL. */
export function urlOf({ host, port, user, password, database }: DatabasePlace): string {
  return `postgres://${user}:${password}@${encodeURIComponent(host)}:${String(port)}/${database}`
}

async function analyse(place: DatabasePlace): Promise<void> {
  const client = new pg.Client(place)
  await client.connect()
  await client.query('VACUUM ANALYZE')
  await client.end()
}
