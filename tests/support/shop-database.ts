import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { keyring, type Keyring } from '@rampart/platform/crypto/keys.ts'
import { type Db, openDb, type PgConnection } from '@rampart/platform/db/db.ts'
import { connectionOf } from '@rampart/platform/db/embedded/join-server.ts'
import { readPostmaster } from '@rampart/platform/db/embedded/postmaster-pid.ts'

/** The keys of an installation, as its server derives them. */
export async function shopKeys(dataDir: string): Promise<Keyring> {
  return keyring(await readFile(join(dataDir, 'secrets', 'master.key')))
}

/** How to reach the database that runs in a data folder. @throws when none runs */
export async function shopConnection(dataDir: string): Promise<PgConnection> {
  const server = await readPostmaster(await realpath(join(dataDir, 'postgres')))
  if (server === undefined) throw new Error(`No PostgreSQL runs in ${dataDir}.`)
  const password = (await shopKeys(dataDir)).derive('postgres:password').toString('base64url')
  return connectionOf(server, password, 'rampart')
}

/** The process id of the PostgreSQL of a data folder. @throws when none runs */
export async function postmasterPid(dataDir: string): Promise<number> {
  const server = await readPostmaster(await realpath(join(dataDir, 'postgres')))
  if (server === undefined) throw new Error(`No PostgreSQL runs in ${dataDir}.`)
  return server.pid
}

/** Opens the database of a running shop, beside its server. */
export async function openShopDb(dataDir: string): Promise<Db> {
  return openDb({ connection: await shopConnection(dataDir), max: 4, application_name: 'rampart tests' })
}
