// What is taken here counts there: two servers with processes of their own on one database. And nobody climbs.
import { randomUUID } from 'node:crypto'
import { access } from '@rampart/contracts/access.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { call } from '../support/api.ts'
import { nextCode } from '../support/authenticator.ts'
import { openBeside } from '../support/shelf.ts'
import { newPassword, removeData, type ShopServer, startShop } from '../support/shop-server.ts'
import { signInStaff } from '../support/staff.ts'

const BOUND_MS = 1_000
// Heard by NOTIFY: far below the second that the cache's age allows.
const HEARD_MS = 500

type Person = { readonly id: string; readonly token: string }

let here: ShopServer
let there: ShopServer
let beside: Runtime
let owner: string
let clerk: Person

beforeAll(async () => {
  here = await startShop({ processes: 1 })
  there = await startShop({
    processes: 1,
    dataDir: here.dataDir,
    env: { PUBLIC_URL: `http://localhost:${String(here.port)}` },
  })
  beside = await openBeside(here.dataDir)
  // Role grants ask for a second person where there is one; that is another test's matter.
  await beside.db.run(sql`UPDATE access.policies SET enabled = false`)
  owner = await signInStaff({ server: here, beside })
  clerk = await member('staff')
})
afterAll(async () => {
  await beside.close()
  await there.stop()
  await here.stop()
  await removeData(here.dataDir)
})

async function member(role: 'staff' | 'admin' | 'manager' | 'seller'): Promise<Person> {
  const accounts = client(identity, beside.assembly.linkTo('identity'), 'cli')
  const [email, password] = [`${randomUUID()}@staff.example.com`, newPassword()]
  const made = { email, full_name: 'Clerk', role, password }
  const { id } = await accounts.createAccount(backgroundContext(newId()), made)
  const { secret } = await accounts.enrolTotp(backgroundContext(newId()), { account_id: id })
  const first = await call(here.url, 'POST', '/auth/staff/login', { email, password })
  const { mfa_token } = first.body as unknown as { mfa_token: string }
  const { body } = await call(here.url, 'POST', '/auth/mfa/verify', {
    mfa_token,
    code: await nextCode(secret),
  })
  return { id, token: (body as unknown as { access_token: string }).access_token }
}

const send = (method: string, path: string, token: string, body?: unknown) =>
  call(here.url, method, path, body, { token })

async function must(method: string, path: string, token: string, body?: unknown) {
  const { status, body: answer } = await send(method, path, token, body)
  expect(status, JSON.stringify(answer)).toBeLessThan(300)
  return answer as unknown as { id: string; version: number; permissions: string[] }
}

const makeRole = async (token: string, priority: number, ...permissions: string[]) => {
  const name = `r${randomUUID().replaceAll('-', '').slice(0, 20)}`
  return { ...(await must('POST', '/rbac/roles', token, { name, title: name, priority, permissions })), name }
}

async function opens(server: ShopServer, token: string, path: string): Promise<boolean> {
  const { status } = await call(server.url, 'GET', path, undefined, { token })
  expect([200, 403]).toContain(status)
  return status === 200
}

/** Keeps the other server busy with a token, takes something away here, and answers for how many ms it still opened. */
async function lastOpened(token: string, path: string, act: () => Promise<unknown>): Promise<number> {
  // What was given here is heard there within a second, too.
  await expect.poll(() => opens(there, token, path), { timeout: BOUND_MS, interval: 10 }).toBe(true)
  let stop = false
  let lastSent = 0
  const knocking = (async () => {
    while (!stop) {
      const sent = performance.now()
      if (await opens(there, token, path)) lastSent = sent
    }
  })()
  await act()
  const done = performance.now()
  await new Promise((resolve) => setTimeout(resolve, BOUND_MS + 300))
  stop = true
  await knocking
  expect(await opens(there, token, path)).toBe(false)
  return Math.max(0, lastSent - done)
}

test('a permission taken from a role is refused in the other process at the next request', async () => {
  const role = await makeRole(owner, 45, 'audit:read')
  await must('POST', `/rbac/users/${clerk.id}/roles`, owner, { role: role.name })
  for (let round = 0; round < 3; round += 1) {
    if (round > 0)
      await must('POST', `/rbac/roles/${role.id}/permissions`, owner, { permissions: ['audit:read'] })
    const take = () => must('DELETE', `/rbac/roles/${role.id}/permissions?permission=audit:read`, owner)
    expect(await lastOpened(clerk.token, '/audit', take)).toBeLessThan(HEARD_MS)
  }
  await must('DELETE', `/rbac/users/${clerk.id}/roles?role=${role.name}`, owner)
})

test('a role taken from somebody is refused in the other process at the next request', async () => {
  const role = await makeRole(owner, 45, 'audit:read')
  for (let round = 0; round < 3; round += 1) {
    await must('POST', `/rbac/users/${clerk.id}/roles`, owner, { role: role.name })
    const take = () => must('DELETE', `/rbac/users/${clerk.id}/roles?role=${role.name}`, owner)
    expect(await lastOpened(clerk.token, '/audit', take)).toBeLessThan(HEARD_MS)
  }
})

test('what nobody announces counts within a second all the same', async () => {
  const role = await makeRole(owner, 45, 'audit:read')
  await must('POST', `/rbac/users/${clerk.id}/roles`, owner, { role: role.name })
  const take = () => beside.db.run(sql`DELETE FROM access.assignments WHERE account_id = ${clerk.id}`)
  expect(await lastOpened(clerk.token, '/audit', take)).toBeLessThan(BOUND_MS)
})

test('another role of the account counts in the other process at the next request', async () => {
  const person = await member('manager')
  const lower = () => must('POST', '/auth/assign-roles', owner, { user_id: person.id, role: 'seller' })
  expect(await lastOpened(person.token, '/rbac/roles', lower)).toBeLessThan(HEARD_MS)
})

test('nobody climbs: not by wildcards, by roles of others, by an account of their own, or all at once', async () => {
  const lead = await member('staff')
  const role = await makeRole(
    owner,
    70,
    'access:grant',
    'access:manage',
    'access:read',
    'identity:manage',
    'orders:read',
  )
  await must('POST', `/rbac/users/${lead.id}/roles`, owner, { role: role.name })
  const friend = await member('seller')
  const tries: [string, string, object?][] = [
    ...['*:read', 'orders:*', '*:*', 'payments:refund', 'access:*'].flatMap(
      (permission): [string, string, object][] => [
        ['POST', '/rbac/roles', { name: 'climber', title: 'x', priority: 20, permissions: [permission] }],
        ['POST', `/rbac/roles/${role.id}/permissions`, { permissions: [permission] }],
      ],
    ),
    ['POST', '/rbac/roles', { name: 'climber', title: 'x', priority: 70, permissions: [] }],
    ['POST', `/rbac/users/${lead.id}/roles`, { role: 'manager' }],
    ['POST', `/rbac/users/${friend.id}/roles`, { role: 'manager' }],
    ['POST', `/rbac/users/${friend.id}/roles`, { role: role.name }],
    ['POST', `/rbac/users/${friend.id}/roles`, { role: 'super_admin' }],
    ['POST', '/auth/assign-roles', { user_id: lead.id, role: 'super_admin' }],
    ['POST', '/auth/assign-roles', { user_id: friend.id, role: 'manager' }],
    ['POST', '/auth/users', { email: `${randomUUID()}@example.com`, full_name: 'Me', role: 'manager' }],
  ]
  const parallel = [...tries, ...tries, ...tries].map(([method, path, body]) =>
    send(method, path, lead.token, body),
  )
  for (const { status } of await Promise.all(parallel)) expect([403, 409]).toContain(status)
  const rights = client(access, beside.assembly.linkTo('access'), 'server')
  const standing = (person: Person, role: string) =>
    rights.standingOf(backgroundContext(newId()), { account_id: person.id, role })
  expect((await standing(lead, 'staff')).roles).toEqual([role.name, 'staff'])
  expect((await standing(friend, 'seller')).roles).toEqual(['seller'])
  expect(await beside.db.many(sql`SELECT name FROM access.roles WHERE name = 'climber'`)).toEqual([])
})

test('whoever stands higher by a role beside their own is not locked by those below', async () => {
  const manager = await member('manager')
  const lead = await member('staff')
  const people = await makeRole(owner, 75, 'identity:manage', 'identity:read')
  const high = await makeRole(owner, 90)
  await must('POST', `/rbac/users/${manager.id}/roles`, owner, { role: people.name })
  await must('POST', `/rbac/users/${lead.id}/roles`, owner, { role: high.name })
  const lock = () => send('POST', `/auth/users/${lead.id}/lock`, manager.token, { reason: 'Because' })
  expect((await lock()).body).toMatchObject({ code: 'IDENTITY_OUTRANKED' })
  await must('DELETE', `/rbac/users/${lead.id}/roles?role=${high.name}`, owner)
  expect((await lock()).status).toBe(200)
})

test('what no body may say is refused, and nothing of it is written', async () => {
  const base = { name: 'mass', title: 'x', priority: 20, permissions: [] }
  for (const more of [
    { built_in: true },
    { id: newId() },
    { version: 9 },
    { updated_at: '2026-01-01T00:00:00Z' },
  ])
    expect((await send('POST', '/rbac/roles', owner, { ...base, ...more })).status).toBe(400)
  for (const more of [
    { granted_by: clerk.id },
    { account_id: clerk.id },
    { priority: 99 },
    { permissions: ['*:*'] },
  ])
    expect(
      (await send('POST', `/rbac/users/${clerk.id}/roles`, owner, { role: 'seller', ...more })).status,
    ).toBe(400)
  expect(await beside.db.many(sql`SELECT name FROM access.roles WHERE name = 'mass'`)).toEqual([])
})
