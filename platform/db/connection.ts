import { isAbsolute } from 'node:path'
import type { ClientConfig } from 'pg'
import { parsers } from './type-parsers.ts'

/** Where a PostgreSQL is: `host` is a host name or the directory of its Unix socket. */
export type PgConnection =
  { host: string; port: number; user: string; password: string; database: string } | { url: string }

/** Milliseconds; the client's own limit lies above the server's, for a server that hangs and cannot keep its own. */
const limits = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 15_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
  query_timeout: 20_000,
}

// The parsers of times rely on these, so they are set per connection whatever the server's own defaults are.
const session = '-c timezone=UTC -c datestyle=ISO,YMD -c bytea_output=hex -c extra_float_digits=1'

/** Settings of `pg` for a connection of ours: limits on, time zone UTC, own type parsers. */
export function clientConfig(connection: PgConnection, applicationName: string): ClientConfig {
  const common: ClientConfig = {
    ...limits,
    application_name: applicationName,
    keepAlive: true,
    types: parsers,
  }
  if (!('url' in connection)) {
    const { host, port, user, password, database } = connection
    return {
      ...common,
      host,
      port,
      user,
      password,
      database,
      options: session,
      ...(isAbsolute(host) ? { ssl: false } : {}),
    }
  }
  // `pg` lets the URL's options replace ours; both are wanted.
  const own = /[?&]options=([^&]*)/.exec(connection.url)?.[1]
  const connectionString = connection.url.replace(
    /([?&])options=[^&]*(&|$)/,
    (_, before: string, after: string) => (after === '' ? '' : before),
  )
  const options = own === undefined ? session : `${decodeURIComponent(own.replaceAll('+', ' '))} ${session}`
  return { ...common, connectionString, options }
}

/** The same server, another database. */
export function withDatabase(connection: PgConnection, database: string): PgConnection {
  if (!('url' in connection)) return { ...connection, database }
  const url = new URL(connection.url)
  url.pathname = `/${encodeURIComponent(database)}`
  return { url: url.toString() }
}
