// A key that ends here is refused there: two servers with processes of their own on one database.
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { call } from '../support/api.ts'
import { openBeside } from '../support/shelf.ts'
import { removeData, type ShopServer, startShop } from '../support/shop-server.ts'
import { signInStaff } from '../support/staff.ts'

const BOUND_MS = 1_000
const ROUNDS = 3

type Key = { readonly id: string; readonly key: string; readonly owner_id: string }

let here: ShopServer
let there: ShopServer
let beside: Runtime
let token = ''
beforeAll(async () => {
  here = await startShop({ processes: 1 })
  const env = { PUBLIC_URL: `http://localhost:${String(here.port)}` }
  there = await startShop({ processes: 1, dataDir: here.dataDir, env })
  beside = await openBeside(here.dataDir)
  token = await signInStaff({ server: here, beside })
})
afterAll(async () => {
  await beside.close()
  await there.stop()
  await here.stop()
  await removeData(here.dataDir)
})

async function make(): Promise<Key> {
  const body = { name: 'Warehouse', permissions: ['orders:read'] }
  const made = await call(here.url, 'POST', '/api-keys', body, { token })
  expect(made.status).toBe(201)
  return made.body as unknown as Key
}

const use = async (server: ShopServer, key: string): Promise<number> =>
  (await call(server.url, 'GET', '/orders', undefined, { token: key })).status

/** Keeps the other server busy with a key, ends it here, and answers for how many milliseconds it was still taken. */
async function takenFor(key: string, end: () => Promise<unknown>, refused: number): Promise<number> {
  expect(await use(there, key)).toBe(200)
  let stop = false
  let lastSent = 0
  const knocking = (async () => {
    while (!stop) {
      const sent = performance.now()
      if ((await use(there, key)) === 200) lastSent = sent
    }
  })()
  await end()
  const done = performance.now()
  await new Promise((resolve) => setTimeout(resolve, BOUND_MS + 300))
  stop = true
  await knocking
  expect(await use(there, key)).toBe(refused)
  return Math.max(0, lastSent - done)
}

async function expectBound(
  end: (key: Key) => Promise<unknown>,
  bound: number,
  { refused = 401, after }: { refused?: number; after?: (key: Key) => Promise<unknown> } = {},
): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const made = await make()
    expect(await takenFor(made.key, () => end(made), refused)).toBeLessThan(bound)
    await after?.(made)
    // Neither is the session of the owner known for longer than that.
    if (after !== undefined) await new Promise((resolve) => setTimeout(resolve, BOUND_MS + 100))
  }
}

// Heard by NOTIFY: far below the second that the cache's age allows.
const HEARD_MS = 500

test('a key that is revoked is refused in the other process', () =>
  expectBound(({ id }) => call(here.url, 'DELETE', `/api-keys/${id}`, undefined, { token }), HEARD_MS))

test('a key that is replaced without overlap is refused in the other process', () =>
  expectBound(
    ({ id }) => call(here.url, 'POST', `/api-keys/${id}/rotate`, { overlap_hours: 0 }, { token }),
    HEARD_MS,
  ))

test('an end that nobody announces counts within a second all the same', () =>
  expectBound(
    ({ id }) => beside.db.run(sql`UPDATE access.api_keys SET revoked_at = now() WHERE id = ${id}`),
    BOUND_MS,
  ))

const change = (what: Sql) => (key: Key) =>
  beside.db.run(sql`UPDATE identity.accounts SET ${what} WHERE id = ${key.owner_id}`)

test('a lock of its owner counts within a second', () =>
  expectBound(change(sql`locked_at = now(), lock_reason = 'test'`), BOUND_MS, {
    after: change(sql`locked_at = NULL, lock_reason = NULL`),
  }))

test('a lower role of its owner counts within a second', () =>
  expectBound(change(sql`role = 'procurement_manager'`), BOUND_MS, {
    refused: 403,
    after: change(sql`role = 'super_admin'`),
  }))
