import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { clientConfig } from '../connection.ts'
import type { PgConnection } from '../connection.ts'
import { sqlState } from '../pg-error.ts'
import { isAlive } from './postmaster-pid.ts'

/** A number of ours in the space of advisory locks of the database `postgres`. */
const lockKey = 7_236_001

/** How long the server may take to see that a killed process, which held a share, is gone. */
const noticing = 500

/**
 * Says to all other processes that this one uses the server, for as long as its connection lives: a shared lock,
 * which a killed process loses at once. Whoever can take it alone is the last one and may stop the server.
 */
export type Presence = {
  /** Gives up our share. True when nobody else holds one; new ones then wait until the server has stopped. */
  leave(): Promise<boolean>
}

/**
 * Connects, with our password, and takes a share.
 * `pid` is the server's: the share ends with it.
 * @throws what `pg` throws: nobody answers, not ready yet, another password
 */
export async function takePresence(connection: PgConnection, pid: number): Promise<Presence> {
  let left = false
  let client = await connect(connection, () => void renew())

  // A crashed backend makes the server drop every connection although it goes on itself. A server that was started
  // anew is joined anew: a share in it that nobody remembers would keep it from ever being stopped.
  async function renew(): Promise<void> {
    while (!left) {
      await sleep(1_000, undefined, { ref: false })
      if (left || !(await isAlive(pid))) return
      try {
        client = await connect(connection, () => void renew())
        if (left) await client.end()
        return
      } catch {
        continue
      }
    }
  }

  return {
    async leave() {
      left = true
      // Whoever waits for this must not be ended by Node for lack of anything else to do.
      client.ref()
      try {
        await client.query('SELECT pg_advisory_unlock_shared($1)', [lockKey])
        for (const until = Date.now() + noticing; ; await sleep(50)) {
          const { rows } = await client.query<{ alone: boolean }>(
            'SELECT pg_try_advisory_lock($1) AS alone',
            [lockKey],
          )
          if (rows[0]?.alone) return true
          if (Date.now() > until) break
        }
      } catch {
        // The server is gone already, or going: there is nobody left to wait for.
        return true
      }
      await client.end().catch(() => undefined)
      return false
    },
  }
}

/** Missing from the types of `pg`. */
type HeldClient = pg.Client & { ref(): void; unref(): void }

async function connect(connection: PgConnection, onLost: () => void): Promise<HeldClient> {
  const config = clientConfig(connection, 'rampart presence')
  const client = new pg.Client({ ...config, lock_timeout: 0, statement_timeout: 0 }) as HeldClient
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock_shared($1)', [lockKey])
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  client.on('end', onLost)
  // It must not keep a program alive that has nothing else to do.
  client.unref()
  return client
}

/** Creates the database when it is not there. */
export async function ensureDatabase(connection: PgConnection, database: string): Promise<void> {
  const client = new pg.Client(clientConfig(connection, 'rampart start'))
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`)
  } catch (error) {
    // Two processes at once: duplicate database, or its unique index saw it first.
    if (sqlState(error) !== '42P04' && sqlState(error) !== '23505') throw error
  } finally {
    await client.end()
  }
}
