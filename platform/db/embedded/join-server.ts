import { setTimeout as sleep } from 'node:timers/promises'
import type { PgConnection } from '../connection.ts'
import { sqlState } from '../pg-error.ts'
import { isAlive } from './postmaster-pid.ts'
import type { Postmaster } from './postmaster-pid.ts'
import { takePresence } from './presence.ts'
import type { Presence } from './presence.ts'

/** Recovery after a crash replays what was not yet checkpointed; a minute is already much. */
const patience = 300_000

/** How to reach a server that says of itself where it listens. */
export function connectionOf(server: Postmaster, password: string, database: string): PgConnection {
  const host = server.socketFolder === '' ? server.address || '127.0.0.1' : server.socketFolder
  return { host, port: server.port, user: 'postgres', password, database }
}

/**
 * Waits until a living server lets us in with our password; undefined when it died instead.
 * @throws when the password is not the server's, or after five minutes
 */
export async function joinServer(
  server: Postmaster,
  password: string,
  log: (message: string) => void,
): Promise<Presence | undefined> {
  const connection = connectionOf(server, password, 'postgres')
  const started = Date.now()
  let told = false
  for (;;) {
    try {
      return await takePresence(connection, server.pid)
    } catch (error) {
      if (sqlState(error) === '28P01') {
        throw new Error('the database in the data folder has another password: were its secrets replaced?', {
          cause: error,
        })
      }
      if (!(await isAlive(server.pid))) return undefined
      const waited = Date.now() - started
      if (waited > patience) throw new Error('PostgreSQL runs but does not become ready', { cause: error })
      if (waited > 3_000 && !told) {
        told = true
        log(`PostgreSQL is not ready yet: ${error instanceof Error ? error.message : String(error)}`)
      }
      await sleep(waited < 2_000 ? 15 : 250)
    }
  }
}
