import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { accessScene, type Role } from './roles-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
let owner: StaffPrincipal
let admin: StaffPrincipal
beforeEach(async () => {
  scene = await accessScene()
  owner = await scene.member('super_admin')
  admin = await scene.member('admin')
})
afterEach(() => scene.h.close())

test('the product comes with eight roles, the highest first', async () => {
  const { items }: { items: Role[] } = await scene.h.call('listRoles', {}, { principal: admin })
  expect(items.map(({ name, priority }) => [name, priority])).toEqual([
    ['super_admin', 100],
    ['admin', 80],
    ['manager', 60],
    ['procurement_manager', 50],
    ['sales_manager', 50],
    ['staff', 40],
    ['seller', 30],
    ['customer', 10],
  ])
  expect(items.every(({ built_in }) => built_in)).toBe(true)
})

test('a role of the shop’s own is made, changed, emptied and removed, with one entry each', async () => {
  const made = await scene.create(admin, 'night_shift', 45, 'orders:read', 'orders:read', 'catalog:*')
  expect(made).toMatchObject({ permissions: ['catalog:*', 'orders:read'], version: 1, built_in: false })
  const role_id = made.id
  const changed: Role = await scene.h.call(
    'updateRole',
    { role_id, version: 1, title: 'Night', priority: 46, permissions: ['orders:*'] },
    { principal: admin },
  )
  expect(changed).toMatchObject({ title: 'Night', priority: 46, permissions: ['orders:*'], version: 2 })
  const more: Role = await scene.h.call(
    'addPermissions',
    { role_id, permissions: ['payments:read'] },
    { principal: admin },
  )
  expect(more).toMatchObject({ permissions: ['orders:*', 'payments:read'], version: 3 })
  const less: Role = await scene.h.call(
    'removePermission',
    { role_id, permission: 'orders:*' },
    { principal: admin },
  )
  expect(less).toMatchObject({ permissions: ['payments:read'], version: 4 })
  // What changes nothing leaves nothing.
  await scene.h.call('removePermission', { role_id, permission: 'orders:*' }, { principal: admin })
  await scene.h.call('deleteRole', { role_id }, { principal: admin })
  await expect(scene.h.call('getRole', { role_id }, { principal: admin })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const changes = await scene.changes()
  expect(changes.map(({ action, subject_type }) => `${action} ${subject_type}`)).toEqual(
    Array(5).fill('authz_change role'),
  )
  expect(changes[1]).toMatchObject({
    before: { permissions: ['catalog:*', 'orders:read'] },
    after: { permissions: ['orders:*'] },
  })
})

test('what the roles of the product may do can be changed, by whoever stands above them', async () => {
  const staff = await scene.role('staff')
  const clerk = await scene.member('staff')
  await scene.h.call(
    'addPermissions',
    { role_id: staff.id, permissions: ['payments:read'] },
    { principal: admin },
  )
  expect((await scene.standing(clerk)).permissions).toContain('payments:read')
  const highest = await scene.role('admin')
  await scene.h.call(
    'removePermission',
    { role_id: highest.id, permission: 'audit:read' },
    { principal: owner },
  )
  expect((await scene.standing(admin)).permissions).not.toContain('audit:read')
})

test('the list of permissions is what operations ask for, and what is defined here', async () => {
  const define = { name: 'erp:export', description: 'Take orders out to the ERP' }
  const defined: object = await scene.h.call('definePermission', define, { principal: admin })
  expect(defined).toMatchObject({ custom: true, operations: [], roles: ['super_admin'] })
  const {
    items,
  }: { items: { name: string; operations: { name: string }[]; roles: string[]; custom: boolean }[] } =
    await scene.h.call('listPermissions', {}, { principal: admin })
  const refund = items.find(({ name }) => name === 'payments:refund')
  expect(refund?.operations.map(({ name }) => name)).toContain('payments.refundOrder')
  expect(refund?.roles).toEqual(['super_admin', 'admin', 'manager', 'sales_manager'])
  expect(items.filter(({ custom }) => custom).map(({ name }) => name)).toEqual(['erp:export'])
  expect(await scene.create(owner, 'exporter', 20, 'erp:export')).toMatchObject({
    permissions: ['erp:export'],
  })
})
