// Keys of programs, in the whole shop. Seen to fail with a key's permissions taken as they are (`narrowed` left out),
// and with what is known of keys and roles kept for a minute.
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'

const HOME = '192.0.2.7'
const BOUND_MS = 1_000

type Key = { readonly id: string; readonly key: string; readonly prefix: string }

let shop: InProcessShop
let owner: Account
let manager: Account
beforeAll(async () => {
  shop = await openInProcessShop({ TRUST_PROXY: '127.0.0.1' })
  owner = await shop.account('super_admin')
  manager = await shop.account('manager')
})
afterAll(() => shop.close())

async function make(account: Account, over: object = {}): Promise<Key> {
  const body = { name: 'Warehouse', permissions: ['orders:read'], ...over }
  const made = await shop.send('POST', '/api-keys', { token: account.token, body })
  expect(made.status, made.text).toBe(201)
  return made.body as unknown as Key
}

const use = (key: string, method: string, path: string, body?: unknown, ip = HOME): Promise<Sent> =>
  shop.send(method, path, {
    token: key,
    headers: { 'x-forwarded-for': ip },
    ...(body === undefined ? {} : { body }),
  })

const answer = ({ status, body }: Sent): unknown[] => [status, body['code']]

/** Milliseconds until a call is refused with this status. */
async function refusedAfter(key: string, status: number): Promise<number> {
  const begun = performance.now()
  while ((await use(key, 'GET', '/orders')).status !== status) {
    if (performance.now() - begun > 5_000) throw new Error('The key works on.')
  }
  return performance.now() - begun
}

test('a key does what it was made for, and nothing else that its owner may do', async () => {
  const { key } = await make(manager)
  expect((await use(key, 'GET', '/orders')).status).toBe(200)
  expect(answer(await use(key, 'GET', '/inventory'))).toEqual([403, 'FORBIDDEN'])
  expect((await shop.send('GET', '/inventory', { token: manager.token })).status).toBe(200)
})

test('a wildcard of a key ends at its resource', async () => {
  const { key } = await make(owner, { permissions: ['orders:*', 'inventory:*'] })
  expect((await use(key, 'GET', '/orders')).status).toBe(200)
  expect((await use(key, 'GET', '/inventory')).status).toBe(200)
  expect(answer(await use(key, 'GET', '/audit'))).toEqual([403, 'FORBIDDEN'])
})

test('no key reaches accounts, roles, keys or approvals, whatever its owner may do', async () => {
  const { key, id } = await make(owner, { permissions: ['orders:*', 'catalog:*'] })
  for (const route of shop.routes) {
    const { permission = '' } = route.operation.access
    if (!/^(identity|access|oauth):/.test(permission)) continue
    if (route.operation.access.allow?.includes('staff') !== true) continue
    const path = route.path.replaceAll(/:\w+/g, id)
    const sent = await use(key, route.method, path, route.method === 'GET' ? undefined : {})
    expect([route.name, sent.status]).toEqual([route.name, 403])
  }
})

test('a key asks for no fresh proof to be believed: what needs one is closed to it', async () => {
  const { key } = await make(owner, { permissions: ['orders:*', 'payments:*', 'shipping:*', 'catalog:*'] })
  const stepUp = await use(key, 'POST', '/auth/step-up', { password: owner.password })
  expect(answer(stepUp)).toEqual([403, 'FORBIDDEN'])
  const fresh = shop.routes.filter(
    ({ operation }) => operation.access.fresh === true && operation.access.allow?.includes('staff') === true,
  )
  expect(fresh.length).toBeGreaterThan(5)
  for (const { method, path, name } of fresh) {
    const sent = await use(key, method, path.replaceAll(/:\w+/g, owner.id), method === 'GET' ? undefined : {})
    expect([401, 403], name).toContain(sent.status)
  }
})

test('a key opens nothing of a shopper, and is no session cookie', async () => {
  const { key } = await make(owner, { permissions: ['orders:*'] })
  expect(answer(await use(key, 'GET', '/addresses'))).toEqual([403, 'FORBIDDEN'])
  expect(answer(await use(key, 'POST', '/cart/items', {}))).toEqual([403, 'FORBIDDEN'])
  for (const name of ['rampart_staff', 'rampart_shop']) {
    const sent = await shop.send('GET', '/orders', {
      cookie: `${name}=${key}`,
      headers: { 'x-audience': 'staff' },
    })
    expect(sent.status, name).toBe(401)
  }
  expect((await shop.send('GET', `/orders?token=${key}`)).status).toBe(401)
})

test('it works from its networks alone', async () => {
  const { key } = await make(manager, { networks: ['192.0.2.0/24', '2001:db8::/32'] })
  for (const ip of [HOME, '2001:db8::7'])
    expect((await use(key, 'GET', '/orders', undefined, ip)).status).toBe(200)
  for (const ip of ['198.51.100.7', '2001:db9::7', '::ffff:198.51.100.7']) {
    expect(answer(await use(key, 'GET', '/orders', undefined, ip))).toEqual([401, 'UNAUTHENTICATED'])
  }
})

test('it works until it expires', async () => {
  const { id, key } = await make(manager, { days: 1 })
  expect((await use(key, 'GET', '/orders')).status).toBe(200)
  await shop.db.run(sql`UPDATE access.api_keys SET expires_at = now() WHERE id = ${id}`)
  expect(await refusedAfter(key, 401)).toBeLessThan(BOUND_MS + 300)
})

test('rotated, both work for the overlap; without one the old is over at once', async () => {
  const first = await make(manager)
  const rotate = async (id: string, overlap_hours: number): Promise<Key> => {
    const { token } = manager
    const sent = await shop.send('POST', `/api-keys/${id}/rotate`, { token, body: { overlap_hours } })
    expect(sent.status, sent.text).toBe(201)
    return sent.body as unknown as Key
  }
  const second = await rotate(first.id, 1)
  for (const { key } of [first, second]) expect((await use(key, 'GET', '/orders')).status).toBe(200)
  const third = await rotate(second.id, 0)
  expect((await use(second.key, 'GET', '/orders')).status).toBe(401)
  expect((await use(third.key, 'GET', '/orders')).status).toBe(200)
})

test('a key whose owner is locked opens nothing', async () => {
  const clerk = await shop.account('manager')
  const { key } = await make(clerk)
  expect((await use(key, 'GET', '/orders')).status).toBe(200)
  const path = `/auth/users/${clerk.id}/lock`
  const locked = await shop.send('POST', path, { token: owner.token, body: { reason: 'Left us' } })
  expect(locked.status, locked.text).toBe(200)
  expect(await refusedAfter(key, 401)).toBeLessThan(BOUND_MS + 300)
})

test('a key never does more than its owner may do at that moment', async () => {
  const clerk = await shop.account('manager')
  const { key } = await make(clerk, { permissions: ['orders:read'] })
  expect((await use(key, 'GET', '/orders')).status).toBe(200)
  await shop.db.run(sql`UPDATE identity.accounts SET role = 'procurement_manager' WHERE id = ${clerk.id}`)
  expect(await refusedAfter(key, 403)).toBeLessThan(BOUND_MS + 300)
  await shop.db.run(sql`UPDATE identity.accounts SET role = 'customer' WHERE id = ${clerk.id}`)
  expect(await refusedAfter(key, 401)).toBeLessThan(BOUND_MS + 300)
})

test('what it does is recorded under its owner’s name and its own', async () => {
  const { id, key } = await make(owner, { permissions: ['shipping:write'] })
  const method = {
    code: `drone-${id.slice(-6)}`,
    name: 'Drone',
    description: 'By air',
    price: '4.00',
    free_over: null,
    countries: [],
    min_days: 0,
    max_days: 1,
    active: true,
    position: 9,
  }
  const made = await use(key, 'POST', '/shipping/methods', method)
  const rows = await shop.db.many<{ payload: { actor_id: string; caller: string } }>(sql`
    SELECT payload FROM platform_events.events WHERE type = 'audit.entry-recorded.v1' ORDER BY id DESC LIMIT 1`)
  expect(made.status, made.text).toBe(201)
  expect(rows[0]?.payload).toMatchObject({ actor_id: owner.id, caller: `edge api-key:${id}` })
})
