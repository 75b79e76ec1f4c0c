// What ends here is refused there: two servers with processes of their own on one database. Every process hears NOTIFY
// and trusts what it knows of a session for a second at most. Seen to fail with a cache of ten seconds (the rows
// without NOTIFY, and those with the listeners' connections cut), and with endStolenFamily taken out of the refresh.
import { randomUUID } from 'node:crypto'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { call } from '../support/api.ts'
import { openBeside } from '../support/shelf.ts'
import { newPassword, removeData, type ShopServer, startShop } from '../support/shop-server.ts'

const BOUND_MS = 1_000
const ROUNDS = 5

type Pair = { readonly access_token: string; readonly refresh_token: string }

let here: ShopServer
let there: ShopServer
let beside: Runtime
const email = `${randomUUID()}@example.com`
const password = newPassword()
let accountId = ''

beforeAll(async () => {
  here = await startShop({ processes: 1 })
  there = await startShop({
    processes: 1,
    dataDir: here.dataDir,
    env: { PUBLIC_URL: `http://localhost:${String(here.port)}` },
  })
  beside = await openBeside(here.dataDir)
  const accounts = client(identity, beside.assembly.linkTo('identity'), 'cli')
  const made = { email, full_name: 'Ada', role: 'customer' as const, password }
  accountId = (await accounts.createAccount(backgroundContext(newId()), made)).id
})
afterAll(async () => {
  await beside.close()
  await there.stop()
  await here.stop()
  await removeData(here.dataDir)
})

async function signIn(): Promise<Pair> {
  const { status, body } = await call(here.url, 'POST', '/auth/login', { email, password })
  expect(status).toBe(200)
  return body as unknown as Pair
}

async function me(server: ShopServer, token: string): Promise<number> {
  return (await call(server.url, 'GET', '/auth/me', undefined, { token })).status
}

/**
 * Keeps the other server busy with a token, so that it knows the session at every moment, does something here, and
 * answers how many milliseconds after its acknowledgement the token was last taken there.
 */
async function lastTaken(token: string, act: () => Promise<unknown>): Promise<number> {
  expect(await me(there, token)).toBe(200)
  let stop = false
  let lastSent = 0
  let done = Infinity
  const knocking = (async () => {
    while (!stop) {
      const sent = performance.now()
      if ((await me(there, token)) === 200) lastSent = sent
    }
  })()
  await act()
  done = performance.now()
  await new Promise((resolve) => setTimeout(resolve, BOUND_MS + 300))
  stop = true
  await knocking
  expect(await me(there, token)).toBe(401)
  return Math.max(0, lastSent - done)
}

async function expectBound(
  act: (pair: Pair) => Promise<unknown>,
  bound = BOUND_MS,
  after: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const pair = await signIn()
    times.push(await lastTaken(pair.access_token, () => act(pair)))
    await after()
  }
  expect(Math.max(...times), `taken for ${times.map((time) => time.toFixed(0)).join(', ')} ms`).toBeLessThan(
    bound,
  )
}

const send = async (method: string, path: string, token: string, body?: unknown): Promise<void> => {
  const { status } = await call(here.url, method, path, body, { token })
  expect(status).toBeLessThan(300)
}

/** Cuts the connections on which processes hear each other; they come back by themselves. */
async function deafen(): Promise<void> {
  await beside.db.run(sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name LIKE '%listener' AND pid <> pg_backend_pid()`)
}

// Heard by NOTIFY: far below the second that the cache's age allows.
const HEARD_MS = 500

test('a session that signs out is refused in the other process', () =>
  expectBound(({ access_token }) => send('POST', '/auth/logout', access_token), HEARD_MS))

test('a session that is ended from another one is refused in the other process', () =>
  expectBound(async ({ access_token }) => {
    const second = await signIn()
    const { body } = await call(here.url, 'GET', '/auth/sessions', undefined, { token: access_token })
    const { items } = body as unknown as { items: { id: string; current: boolean }[] }
    const id = items.find(({ current }) => current)?.id ?? ''
    await send('DELETE', `/auth/sessions/${id}`, second.access_token)
  }, HEARD_MS))

test('signing out everywhere is known in the other process', () =>
  expectBound(async () => send('POST', '/auth/logout-all', (await signIn()).access_token), HEARD_MS))

test('ending all others is known in the other process, and the present one goes on there', () =>
  expectBound(async () => {
    const kept = await signIn()
    await send('DELETE', '/auth/sessions', kept.access_token)
    expect(await me(there, kept.access_token)).toBe(200)
  }, HEARD_MS))

test('the replay of a spent refresh token ends its family in the other process, access tokens too', () =>
  expectBound(async (pair) => {
    const rotated = await call(here.url, 'POST', '/auth/refresh', { refresh_token: pair.refresh_token })
    expect(rotated.status).toBe(200)
    const child = rotated.body as unknown as Pair
    expect(await me(there, child.access_token)).toBe(200)
    const replayed = await call(there.url, 'POST', '/auth/refresh', { refresh_token: pair.refresh_token })
    expect(replayed.status).toBe(401)
    const next = await call(here.url, 'POST', '/auth/refresh', { refresh_token: child.refresh_token })
    expect(next.status).toBe(401)
  }, HEARD_MS))

test.each([
  ['a lock', sql`locked_at = now(), lock_reason = 'test'`],
  ['a role of the other side', sql`role = 'manager'`],
])('%s that nobody announces counts within a second all the same', (_name, change) =>
  expectBound(
    () => beside.db.run(sql`UPDATE identity.accounts SET ${change} WHERE id = ${accountId}`),
    BOUND_MS,
    async () => {
      await beside.db.run(sql`
        UPDATE identity.accounts SET role = 'customer', locked_at = NULL, lock_reason = NULL
        WHERE id = ${accountId}`)
    },
  ),
)

test('with the listeners’ connections cut, the age of what is known still bounds it', () =>
  expectBound(async ({ access_token }) => {
    await deafen()
    await send('POST', '/auth/logout', access_token)
  }))

test('a key that is withdrawn is refused in the other process, and the next one is taken there at once', async () => {
  const accounts = client(identity, beside.assembly.linkTo('identity'), 'cli')
  const { access_token } = await signIn()
  const rotate = () => accounts.rotateKeys(backgroundContext(newId()), { immediately: true })
  expect(await lastTaken(access_token, rotate)).toBeLessThan(HEARD_MS)
  const next = await signIn()
  expect(await me(there, next.access_token)).toBe(200)
  const jwks = await fetch(`${there.url}/.well-known/jwks.json`)
  expect(jwks.headers.get('cache-control')).toBe('public, max-age=300')
  const kids = ((await jwks.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)
  expect(kids).toContain(kidOf(next.access_token))
  expect(kids).not.toContain(kidOf(access_token))
})

function kidOf(token: string): string {
  const [header = ''] = token.split('.')
  return (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid
}
