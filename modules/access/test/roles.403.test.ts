import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { accessScene } from './roles-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
let owner: StaffPrincipal
let admin: StaffPrincipal
/** Manages roles from a height of 70, and may read orders and pictures. */
let lead: StaffPrincipal
beforeEach(async () => {
  scene = await accessScene()
  owner = await scene.member('super_admin')
  admin = await scene.member('admin')
  await scene.create(owner, 'lead', 70, 'access:manage', 'access:read', 'access:grant', 'orders:read')
  const clerk = await scene.member('staff')
  await scene.grant(owner, clerk.id, 'lead')
  lead = await scene.again(clerk)
})
afterEach(() => scene.h.close())

const outranked = { code: 'ACCESS_OUTRANKED', status: 403 }
const notHeld = { code: 'ACCESS_NOT_HELD', status: 403 }

test('nobody makes a role of their own height or above', async () => {
  for (const priority of [70, 71, 99])
    await expect(scene.create(lead, 'too_high', priority, 'orders:read')).rejects.toMatchObject(outranked)
  expect(await scene.create(lead, 'below', 69, 'orders:read')).toMatchObject({ priority: 69 })
  await expect(scene.create(owner, 'beyond', 100)).rejects.toMatchObject({ status: 400 })
})

test.each(['orders:*', '*:read', '*:*', 'orders:write', 'payments:refund', 'access:*', 'identity:*'])(
  'who holds orders:read does not give %s, in any way',
  async (permission) => {
    await expect(scene.create(lead, 'wider', 50, permission)).rejects.toMatchObject(notHeld)
    const { id: role_id } = await scene.create(lead, 'narrow', 50, 'orders:read')
    const change = {
      role_id,
      title: 'Wide',
      priority: 50,
      version: 1,
      permissions: ['orders:read', permission],
    }
    const add = { role_id, permissions: [permission] }
    await expect(scene.h.call('addPermissions', add, { principal: lead })).rejects.toMatchObject(notHeld)
    await expect(scene.h.call('updateRole', change, { principal: lead })).rejects.toMatchObject(notHeld)
    expect(await scene.role('narrow')).toMatchObject({ permissions: ['orders:read'], version: 1 })
  },
)

test('nobody changes or removes a role of their own height or above, nor lifts one there', async () => {
  const own = await scene.role('lead')
  const higher = await scene.role('admin')
  for (const role of [own, higher]) {
    const drop = { role_id: role.id, permission: role.permissions[0] }
    await expect(scene.h.call('removePermission', drop, { principal: lead })).rejects.toMatchObject(outranked)
    await expect(scene.h.call('deleteRole', { role_id: role.id }, { principal: lead })).rejects.toMatchObject(
      outranked,
    )
  }
  const { id: role_id } = await scene.create(lead, 'below', 20, 'orders:read')
  const lift = { role_id, title: 'Up', priority: 70, version: 1, permissions: ['orders:read'] }
  await expect(scene.h.call('updateRole', lift, { principal: lead })).rejects.toMatchObject(outranked)
})

test('the role of the owners and that of customers stay as they are', async () => {
  for (const name of ['super_admin', 'customer']) {
    const { id: role_id, version } = await scene.role(name)
    const add = { role_id, permissions: ['orders:read'] }
    await expect(scene.h.call('addPermissions', add, { principal: admin })).rejects.toMatchObject(
      name === 'customer' ? { code: 'ACCESS_BUILT_IN', status: 409 } : outranked,
    )
    const empty = { role_id, title: 'X', priority: 5, permissions: [], version }
    await expect(scene.h.call('updateRole', empty, { principal: owner })).rejects.toMatchObject({
      code: 'ACCESS_BUILT_IN',
    })
    await expect(scene.h.call('deleteRole', { role_id }, { principal: owner })).rejects.toMatchObject({
      code: 'ACCESS_BUILT_IN',
    })
  }
})

test('changes need a fresh proof and their own permission', async () => {
  const stale = { ...admin, authenticated_at: Date.parse('2026-01-15T11:49:00Z') }
  await expect(scene.create(stale, 'later', 10)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' })
  const manager = await scene.member('manager')
  await expect(scene.create(manager, 'nothing', 10)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(scene.grant(manager, admin.id, 'staff')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
