import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { z } from 'zod'
import { identity, type Role } from '@rampart/contracts/identity.ts'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import type { Db } from '@rampart/platform/db/db.ts'
import { type Route, routeTable } from '@rampart/platform/http/route-table.ts'
import { createLog } from '@rampart/platform/log/create-log.ts'
import { testDatabase } from '@rampart/platform/testing/database.ts'
import { startBackground } from '../../apps/server/boot/background.ts'
import {
  migrationSources,
  openRuntime,
  prepareRuntime,
  type Runtime,
} from '../../apps/server/boot/runtime.ts'
import { webServer } from '../../apps/server/boot/web.ts'
import { nextCode } from './authenticator.ts'
import { freePort, newPassword, removeData } from './shop-server.ts'

export const PUBLIC_URL = 'http://shop.test'

export type RoleName = z.infer<typeof Role>

/** An account with what it signs in with, signed in by a program. */
export type Account = {
  readonly id: string
  readonly email: string
  readonly password: string
  readonly role: RoleName
  readonly token: string
  /** Of the authenticator app that everybody of the staff has; null for customers. */
  readonly totp_secret: string | null
}

/** An account that has not signed in yet. */
export type Newcomer = Omit<Account, 'token' | 'totp_secret'>

export type Sent = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly text: string
  /** The answer as JSON; an empty object when it is none. */
  readonly body: Readonly<Record<string, never>>
}

export type SendOptions = {
  readonly token?: string | undefined
  readonly cartToken?: string | undefined
  readonly cookie?: string
  /** JSON unless it is a string or bytes. */
  readonly body?: unknown
  /** Sent with every command unless told otherwise. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

export type InProcessShop = {
  readonly app: FastifyInstance
  readonly runtime: Runtime
  readonly db: Db
  readonly routes: readonly Route[]
  readonly dataDir: string
  /** The master secret that all keys come from. */
  readonly masterKey: Buffer
  /** Everything the shop has logged so far, from debug up. */
  logged(): string
  /** Calls below `/api/v1`, or anywhere when the path begins with `//`. */
  send(method: string, path: string, options?: SendOptions): Promise<Sent>
  /** Somebody new, who has not signed in. */
  newcomer(role: RoleName): Promise<Newcomer>
  account(role: RoleName): Promise<Account>
  signIn(account: Omit<Account, 'id' | 'token' | 'totp_secret'> & Partial<Account>): Promise<string>
  /** Starts to listen and to work: mails, webhooks, events. */
  startWork(): Promise<void>
  /** Does nothing beside requests any more. */
  stopWork(): Promise<void>
  close(): Promise<void>
}

/** The whole server in this process, on a database of its own. Nothing runs beside requests until `startWork`. */
export async function openInProcessShop(
  variables: Readonly<Record<string, string>> = {},
): Promise<InProcessShop> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rampart-secure-'))
  const masterKey = randomBytes(32)
  const database = await testDatabase(migrationSources)
  const port = await freePort()
  const config = loadConfig({
    DATA_DIR: dataDir,
    PUBLIC_URL,
    PORT: String(port),
    LOG_LEVEL: 'debug',
    // Everything comes from one address; tests of the limits switch them on.
    RATE_LIMITS: 'off',
    ...variables,
  })
  let written = ''
  const log = createLog({
    level: 'debug',
    pretty: false,
    sink: { write: (line: string) => (written += line) },
  })
  const runtime = openRuntime({
    config,
    log,
    keys: keyring(masterKey),
    connection: database.connection,
    name: 'security tests',
    poolSize: 8,
  })
  const app = webServer(runtime)
  await prepareRuntime(runtime)
  await app.ready()
  const accounts = client(identity, runtime.assembly.linkTo('identity'), 'cli')
  const enrol = async (account_id: string): Promise<string> =>
    (await accounts.enrolTotp(backgroundContext(newId()), { account_id })).secret
  let background: { stop(): Promise<void> } | undefined

  const shop: InProcessShop = {
    app,
    runtime,
    dataDir,
    masterKey,
    db: runtime.db,
    routes: routeTable(runtime.assembly.contracts),
    logged: () => written,
    send: async (method, path, options = {}) => {
      const answer = await app.inject(requestOf(method, path, options))
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.payload,
        body: jsonOf(answer.payload),
      }
    },
    newcomer: async (role) => {
      const [email, password] = [`${randomUUID()}@example.com`, newPassword()]
      const { id } = await accounts.createAccount(backgroundContext(newId()), {
        email,
        full_name: 'Ada Marlow',
        role,
        password,
      })
      return { id, email, password, role }
    },
    account: async (role) => {
      const newcomer = await shop.newcomer(role)
      const totp_secret = role === 'customer' ? null : await enrol(newcomer.id)
      const account = { ...newcomer, totp_secret }
      return { ...account, token: await shop.signIn(account) }
    },
    signIn: async ({ email, password, role, totp_secret }) => {
      const path = role === 'customer' ? '/auth/login' : '/auth/staff/login'
      const first = await shop.send('POST', path, { body: { email, password } })
      if (first.status !== 200) throw new Error(`${role} could not sign in: ${first.text}`)
      if (totp_secret == null) return first.body['access_token'] ?? ''
      const step = { mfa_token: first.body['mfa_token'], code: await nextCode(totp_secret) }
      const second = await shop.send('POST', '/auth/mfa/verify', { body: step })
      if (second.status !== 200) throw new Error(`${role} could not give the second factor: ${second.text}`)
      return second.body['access_token'] ?? ''
    },
    startWork: async () => {
      await app.listen({ port, host: '127.0.0.1' })
      background = startBackground(runtime)
    },
    stopWork: async () => {
      await background?.stop()
      background = undefined
    },
    close: async () => {
      await app.close()
      await background?.stop()
      await runtime.close()
      await database.drop()
      await removeData(dataDir)
    },
  }
  return shop
}

function requestOf(method: string, path: string, options: SendOptions): InjectOptions {
  const { body, token, cartToken, cookie } = options
  const key = options.key === undefined && method !== 'GET' ? randomUUID() : options.key
  const raw = typeof body === 'string' || Buffer.isBuffer(body)
  return {
    method,
    url: path.startsWith('//') ? path.slice(1) : `/api/v1${path}`,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cartToken === undefined ? {} : { 'x-cart-token': cartToken }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(key === undefined || key === null ? {} : { 'idempotency-key': key }),
      ...options.headers,
    },
    ...(body === undefined ? {} : { payload: raw ? body : JSON.stringify(body) }),
  }
}

function jsonOf(text: string): Record<string, never> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, never>) : {}
  } catch {
    return {}
  }
}
