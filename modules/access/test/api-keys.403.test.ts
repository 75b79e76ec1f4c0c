import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { narrowed } from '../api-keys/key-permissions.ts'
import { isWithin } from '../api-keys/networks.ts'
import { keyScene } from './key-scene.ts'
import { HOUR_MS } from './approval-scene.ts'

let scene: Awaited<ReturnType<typeof keyScene>>
let manager: StaffPrincipal
let owner: StaffPrincipal
beforeAll(async () => {
  scene = await keyScene()
  manager = scene.member('manager')
  owner = scene.member('super_admin')
})
afterAll(() => scene.h.close())

const code = (expected: string) => expect.objectContaining({ code: expected }) as object

test.each(['payments:read', 'payments:*', 'catalog:write'])(
  'nobody makes a key with %s who does not hold it',
  async (permission) => {
    await expect(scene.create(manager, { permissions: [permission] })).rejects.toEqual(
      code('ACCESS_NOT_HELD'),
    )
  },
)

test.each(['*:*', '*:read', 'identity:self', 'identity:*', 'access:keys', 'access:*', 'oauth:write'])(
  'no key has %s, whoever makes it',
  async (permission) => {
    const made = scene.create(owner, { permissions: ['orders:read', permission] })
    await expect(made).rejects.toEqual(code('ACCESS_NOT_FOR_KEYS'))
  },
)

test('a permission that does not exist is none', async () => {
  const made = scene.create(owner, { permissions: ['orders:smuggle'] })
  await expect(made).rejects.toEqual(code('ACCESS_UNKNOWN_PERMISSION'))
})

test.each([
  ['a bare address', { networks: ['192.0.2.1'] }],
  ['a name', { networks: ['office.example/24'] }],
  ['no permission at all', { permissions: [] }],
  ['more than a year', { days: 367 }],
  ['no name', { name: ' ' }],
])('%s is no key', async (_name, over) => {
  await expect(scene.create(manager, over)).rejects.toEqual(code('VALIDATION_FAILED'))
})

test('making and rotating needs a fresh proof', async () => {
  const { authenticated_at: _, ...stale } = manager
  const { id } = await scene.create(manager)
  for (const [operation, input] of [
    ['createApiKey', { name: 'x', permissions: ['orders:read'] }],
    ['rotateApiKey', { key_id: id }],
  ] as const) {
    await expect(scene.h.call(operation, input, { principal: stale })).rejects.toEqual(
      code('STEP_UP_REQUIRED'),
    )
  }
})

test('somebody else’s key is not there', async () => {
  const { id } = await scene.create(manager)
  const other = scene.member('manager')
  for (const operation of ['rotateApiKey', 'revokeApiKey']) {
    await expect(scene.call(other, operation, { key_id: id })).rejects.toEqual(code('NOT_FOUND'))
  }
  await expect(scene.call(owner, 'rotateApiKey', { key_id: id })).rejects.toEqual(code('NOT_FOUND'))
  await expect(scene.list(other, { all: 'true' })).rejects.toEqual(code('FORBIDDEN'))
})

test('what is over or was replaced is not rotated', async () => {
  const over = code('ACCESS_KEY_OVER')
  const rotate = (key_id: string) => scene.call(manager, 'rotateApiKey', { key_id })
  const replaced = await scene.create(manager)
  await rotate(replaced.id)
  await expect(rotate(replaced.id)).rejects.toEqual(over)
  const revoked = await scene.create(manager)
  await scene.call(manager, 'revokeApiKey', { key_id: revoked.id })
  await expect(rotate(revoked.id)).rejects.toEqual(over)
  const expired = await scene.create(manager, { days: 1 })
  scene.advance(24 * HOUR_MS)
  await expect(rotate(expired.id)).rejects.toEqual(over)
  expect(await scene.open(expired.key)).toBeNull()
})

test('from elsewhere a key opens nothing, and is not counted as used', async () => {
  const { id, key } = await scene.create(manager, { networks: ['192.0.2.0/24', '2001:db8::/32'] })
  for (const ip of ['198.51.100.1', '2001:db9::1', '::ffff:198.51.100.1', 'unknown', null]) {
    expect(await scene.open(key, ip), String(ip)).toBeNull()
  }
  const [row] = (await scene.list(manager)).filter((listed) => listed.id === id)
  expect(row?.last_used_at).toBeNull()
  for (const ip of ['192.0.2.255', '2001:db8::1', '::ffff:192.0.2.1']) {
    expect(await scene.open(key, ip), ip).not.toBeNull()
  }
})

test.each(['', 'rk_', `rk_${'a'.repeat(43)}`, `rk_${'a'.repeat(44)}`, 'a'.repeat(46)])(
  'the text “%s” opens nothing',
  async (text) => {
    expect(await scene.open(text)).toBeNull()
  },
)

test('a permission outside what keys may have would not count if a row had it', () => {
  expect(narrowed(['*:*', 'identity:*', 'access:keys', 'orders:read'], ['*:*'])).toEqual(['orders:read'])
  expect(narrowed(['orders:*'], ['orders:read', 'orders:write', 'catalog:read'])).toEqual([
    'orders:read',
    'orders:write',
  ])
  expect(narrowed(['orders:read'], ['catalog:*'])).toEqual([])
  expect(isWithin(['0.0.0.0/0'], '2001:db8::1')).toBe(false)
})
