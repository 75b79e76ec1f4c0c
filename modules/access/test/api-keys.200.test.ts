import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { type Key, keyScene } from './key-scene.ts'
import { HOUR_MS } from './approval-scene.ts'

let scene: Awaited<ReturnType<typeof keyScene>>
let manager: StaffPrincipal
beforeEach(async () => {
  scene = await keyScene()
  manager = scene.member('manager')
})
afterEach(() => scene.h.close())

test('a key is shown once, kept as a hash, and opens what it may for whom it acts', async () => {
  const made = await scene.create(manager)
  expect(made).toMatchObject({
    name: 'Warehouse',
    status: 'active',
    owner_id: manager.id,
    permissions: ['orders:read'],
    networks: [],
    expires_at: '2026-04-15T12:00:00.000Z',
    last_used_at: null,
    replaces: null,
  })
  expect(made.key).toMatch(/^rk_[A-Za-z0-9_-]{43}$/)
  expect(made.key.startsWith(made.prefix)).toBe(true)
  const rows = await scene.h.db.pool.query('SELECT t::text AS row FROM access.api_keys t')
  const said = JSON.stringify([rows.rows, await scene.list(manager), await scene.h.events()])
  expect(said).not.toContain(made.key)
  expect(said).not.toContain(made.key.slice(12))
  expect(await scene.open(made.key)).toMatchObject({
    key_id: made.id,
    account_id: manager.id,
    role: 'manager',
    roles: ['manager'],
    permissions: ['orders:read'],
  })
})

test('its last use is written once a minute, with the address', async () => {
  const { key } = await scene.create(manager)
  const used = async () => {
    const [row] = await scene.list(manager)
    return [row?.last_used_at, row?.last_used_ip]
  }
  await scene.open(key)
  expect(await used()).toEqual(['2026-01-15T12:00:00.000Z', '192.0.2.7'])
  scene.advance(59_000)
  await scene.open(key, '192.0.2.8')
  expect(await used()).toEqual(['2026-01-15T12:00:00.000Z', '192.0.2.7'])
  scene.advance(1_000)
  await scene.open(key, '192.0.2.9')
  expect(await used()).toEqual(['2026-01-15T12:01:00.000Z', '192.0.2.9'])
})

test('rotated, the old key works on for as long as was said, beside the new one', async () => {
  const old = await scene.create(manager, { networks: ['192.0.2.0/24'] })
  const next = (await scene.call(manager, 'rotateApiKey', { key_id: old.id, overlap_hours: 2 })) as Key
  expect(next).toMatchObject({
    replaces: old.id,
    permissions: ['orders:read'],
    networks: ['192.0.2.0/24'],
    status: 'active',
  })
  expect(next.key).not.toBe(old.key)
  const states = async () => (await scene.list(manager)).map(({ id, status }) => [id, status])
  expect(await states()).toEqual([[next.id, 'active'], [old.id, 'rotating']]) // prettier-ignore
  scene.advance(2 * HOUR_MS - 1)
  expect(await scene.open(old.key)).not.toBeNull()
  scene.advance(1)
  expect(await scene.open(old.key)).toBeNull()
  expect(await scene.open(next.key)).not.toBeNull()
  expect(await states()).toEqual([[next.id, 'active'], [old.id, 'expired']]) // prettier-ignore
})

test('rotated without overlap, the old key is over at once', async () => {
  const old = await scene.create(manager)
  await scene.open(old.key)
  await scene.call(manager, 'rotateApiKey', { key_id: old.id, overlap_hours: 0 })
  expect(await scene.open(old.key)).toBeNull()
})

test('an overlap does not make a key live longer', async () => {
  const old = await scene.create(manager, { days: 1 })
  await scene.call(manager, 'rotateApiKey', { key_id: old.id, overlap_hours: 168 })
  scene.advance(24 * HOUR_MS)
  expect(await scene.open(old.key)).toBeNull()
})

test('revoked, a key opens nothing; ending it again changes nothing', async () => {
  const { id, key } = await scene.create(manager)
  await scene.open(key)
  expect(await scene.call(manager, 'revokeApiKey', { key_id: id })).toBeNull()
  expect(await scene.open(key)).toBeNull()
  await scene.call(manager, 'revokeApiKey', { key_id: id })
  expect((await scene.audited()).map(({ action }) => action)).toEqual([
    'authz_api_key_created',
    'authz_api_key_revoked',
  ])
  expect((await scene.list(manager))[0]?.status).toBe('revoked')
})

test('whoever manages access sees and ends everybody’s keys', async () => {
  const { id, key } = await scene.create(manager)
  const admin = scene.member('admin')
  expect(await scene.list(admin)).toEqual([])
  expect(await scene.list(admin, { all: 'true' })).toMatchObject([{ id, owner_id: manager.id }])
  await scene.call(admin, 'revokeApiKey', { key_id: id })
  expect(await scene.open(key)).toBeNull()
})

test('a key follows what its owner may do, at the latest a second later', async () => {
  const { key } = await scene.create(manager, { permissions: ['orders:*', 'payments:refund'] })
  const opens = async () => {
    scene.advance(1_000)
    return (await scene.open(key))?.permissions.sort() ?? null
  }
  expect(await opens()).toEqual(['orders:*', 'payments:refund'])
  // Staff read orders and pay nothing back: of the wildcard that is left.
  scene.become(manager, 'staff')
  expect(await opens()).toEqual(['orders:read'])
  scene.become(manager, null)
  expect(await opens()).toBeNull()
  scene.become(manager, 'manager')
  expect(await opens()).toEqual(['orders:*', 'payments:refund'])
})

test('a key that was over for a year is forgotten', async () => {
  await scene.create(manager, { days: 1 })
  scene.advance(365 * 24 * HOUR_MS)
  await scene.h.runSchedule('clean-up-keys')
  expect(await scene.list(manager)).toHaveLength(1)
  scene.advance(48 * HOUR_MS)
  await scene.h.runSchedule('clean-up-keys')
  expect(await scene.list(manager)).toEqual([])
})
