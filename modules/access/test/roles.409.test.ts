import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { accessScene, type Role } from './roles-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
let admin: StaffPrincipal
beforeEach(async () => {
  scene = await accessScene()
  admin = await scene.member('admin')
})
afterEach(() => scene.h.close())

test('a name is taken once, by roles and by permissions', async () => {
  await scene.create(admin, 'packer', 20, 'orders:read')
  await expect(scene.create(admin, 'packer', 20)).rejects.toMatchObject({
    code: 'ACCESS_ROLE_EXISTS',
    status: 409,
  })
  await expect(scene.create(admin, 'staff', 20)).rejects.toMatchObject({ code: 'ACCESS_ROLE_EXISTS' })
  const define = (name: string) =>
    scene.h.call('definePermission', { name, description: 'x' }, { principal: admin })
  await define('erp:export')
  for (const name of ['erp:export', 'orders:read'])
    await expect(define(name)).rejects.toMatchObject({ code: 'ACCESS_PERMISSION_EXISTS', status: 409 })
})

test('a permission that nothing asks for is not given', async () => {
  for (const permission of ['orders:fly', 'nothing:*']) {
    const owner = await scene.member('super_admin')
    await expect(scene.create(owner, 'odd', 20, permission)).rejects.toMatchObject({
      code: 'ACCESS_UNKNOWN_PERMISSION',
      status: 400,
    })
  }
})

test('a role that somebody has stays; name and height of the product’s own stay too', async () => {
  const { id: role_id } = await scene.create(admin, 'packer', 20, 'orders:read')
  const clerk = await scene.member('staff')
  await scene.grant(admin, clerk.id, 'packer')
  const remove = (id: string) => scene.h.call('deleteRole', { role_id: id }, { principal: admin })
  await expect(remove(role_id)).rejects.toMatchObject({ code: 'ACCESS_ROLE_IN_USE', status: 409 })
  await scene.revoke(admin, clerk.id, 'packer')
  expect(await remove(role_id)).toBeNull()
  const staff = await scene.role('staff')
  await expect(remove(staff.id)).rejects.toMatchObject({ code: 'ACCESS_BUILT_IN', status: 409 })
  const lift = {
    role_id: staff.id,
    title: 'Staff',
    priority: 41,
    permissions: staff.permissions,
    version: staff.version,
  }
  await expect(scene.h.call('updateRole', lift, { principal: admin })).rejects.toMatchObject({
    code: 'ACCESS_BUILT_IN',
  })
})

test('nobody overwrites what they have not seen, and of parallel changes none is lost', async () => {
  const { id: role_id } = await scene.create(admin, 'packer', 20)
  const change = (title: string): Promise<Role> =>
    scene.h.call(
      'updateRole',
      { role_id, title, priority: 20, permissions: [], version: 1 },
      { principal: admin },
    )
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) => change(`Packer ${String(n)}`)),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'ACCESS_CHANGED', status: 409 })
  const permissions = [
    'orders:read',
    'orders:write',
    'payments:read',
    'payments:refund',
    'catalog:read',
    'catalog:write',
  ]
  await Promise.all(
    permissions.map((permission) =>
      scene.h.call('addPermissions', { role_id, permissions: [permission] }, { principal: admin }),
    ),
  )
  expect((await scene.role('packer')).permissions).toEqual([...permissions].sort())
})
