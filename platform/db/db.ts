import pg from 'pg'
import { clientConfig } from './connection.ts'
import type { PgConnection } from './connection.ts'
import type { DbLog } from './db-event.ts'
import { openListener } from './listener.ts'
import { pooled } from './pooled.ts'
import { queryable } from './queryable.ts'
import type { Queryable } from './queryable.ts'
import { runTransaction } from './transaction.ts'
import type { Tx, TxOptions } from './transaction.ts'

export type { PgConnection } from './connection.ts'
export type { DbEvent, DbLog } from './db-event.ts'
export type { Queryable } from './queryable.ts'
export type { Tx, TxOptions } from './transaction.ts'

/** A pool of connections to one database. A lost connection is an error of the call that met it, never more. */
export interface Db extends Queryable {
  /** See `runTransaction`: `fn` is run again after a serialization failure or a deadlock. */
  tx<T>(fn: (tx: Tx) => Promise<T>, options?: TxOptions): Promise<T>
  /**
   * Hears NOTIFY on one connection that all listeners share and that comes back by itself; `onReconnect` is called
   * when it does, because what was notified in between is lost. Answers how to stop listening.
   */
  listen(
    channel: string,
    fn: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>>
  close(): Promise<void>
  readonly pool: pg.Pool
}

export type DbOptions = {
  connection: PgConnection
  /** Connections at most, the listener's not counted; default 10. */
  max?: number
  application_name?: string
  log?: DbLog
}

/** Opens a pool; it connects with the first call. The limits of a connection are in `connection.ts`. */
export function openDb(options: DbOptions): Db {
  const log = options.log ?? (() => undefined)
  const name = options.application_name ?? 'rampart'
  const config = clientConfig(options.connection, name)
  const pool = new pg.Pool({ ...config, max: options.max ?? 10, idleTimeoutMillis: 30_000 })
  pool.on('error', (error) => log({ kind: 'connection-lost', error }))
  // The pool hears only idle clients; the error of one that is lent out would otherwise end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const listener = openListener(clientConfig(options.connection, `${name} listener`), log)
  let closing: Promise<void> | undefined

  return {
    ...queryable(pooled(pool), { repeatStale: true }),
    tx: (fn, txOptions) => runTransaction(pool, log, fn, txOptions),
    listen: listener.listen,
    close: () => (closing ??= Promise.all([listener.close(), pool.end()]).then(() => undefined)),
    pool,
  }
}
