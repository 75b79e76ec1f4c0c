import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { accessScene } from './roles-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
let owner: StaffPrincipal
let admin: StaffPrincipal
let clerk: StaffPrincipal
beforeEach(async () => {
  scene = await accessScene()
  owner = await scene.member('super_admin')
  admin = await scene.member('admin')
  clerk = await scene.member('staff')
})
afterEach(() => scene.h.close())

test('a role beside the own one adds what it holds and how high it stands, until it is taken', async () => {
  await scene.create(admin, 'refunder', 55, 'payments:refund')
  const given = await scene.grant(admin, clerk.id, 'refunder')
  expect(given).toMatchObject({
    base_role: 'staff',
    priority: 55,
    roles: [{ name: 'refunder', granted_by: admin.id }],
  })
  const standing = await scene.standing(clerk)
  expect(standing).toMatchObject({ priority: 55, roles: ['refunder', 'staff'] })
  expect(standing.permissions).toEqual(expect.arrayContaining(['payments:refund', 'orders:read']))
  expect(scene.heightOf(clerk.id)).toBe(55)
  const left = await scene.revoke(admin, clerk.id, 'refunder')
  expect(left).toMatchObject({ priority: 40, roles: [] })
  expect(await scene.standing(clerk)).toMatchObject({ priority: 40, roles: ['staff'] })
  expect(scene.heightOf(clerk.id)).toBe(0)
  // Before they had it, and after they had it no more.
  expect(scene.told.map(({ at_least }) => at_least)).toEqual([true, false])
  const changes = (await scene.changes()).filter(({ subject_type }) => subject_type === 'account')
  expect(changes).toMatchObject([
    { action: 'authz_change', before: { roles: [] }, after: { roles: [{ name: 'refunder' }] } },
    { action: 'authz_change', before: { roles: [{ name: 'refunder' }] }, after: { roles: [] } },
  ])
})

test('a role that moves up or down takes its holders along', async () => {
  const { id: role_id } = await scene.create(admin, 'lead', 45)
  await scene.grant(admin, clerk.id, 'lead')
  const move = (priority: number, version: number) =>
    scene.h.call(
      'updateRole',
      { role_id, title: 'Lead', priority, permissions: [], version },
      { principal: admin },
    )
  await move(75, 1)
  expect(scene.heightOf(clerk.id)).toBe(75)
  await move(42, 2)
  expect(scene.heightOf(clerk.id)).toBe(42)
})

test('a role until a moment ends at that moment, and is removed with an entry', async () => {
  await scene.create(admin, 'guest_lead', 55, 'payments:refund')
  await scene.grant(admin, clerk.id, 'guest_lead', { expires_at: '2026-01-15T13:00:00Z' })
  await scene.grant(admin, (await scene.member('seller')).id, 'guest_lead')
  scene.advance(3_599)
  expect((await scene.standing(clerk)).permissions).toContain('payments:refund')
  scene.advance(1)
  expect((await scene.standing(clerk)).permissions).not.toContain('payments:refund')
  const before = (await scene.changes()).length
  await scene.h.runSchedule('end-expired-roles')
  await scene.h.runSchedule('end-expired-roles')
  const added = (await scene.changes()).slice(before)
  expect(added).toMatchObject([{ action: 'authz_change', after: { roles: [], reason: 'expired' } }])
  expect(scene.heightOf(clerk.id)).toBe(0)
  const past = { expires_at: '2026-01-15T11:00:00Z' }
  await expect(scene.grant(await scene.again(admin), clerk.id, 'guest_lead', past)).rejects.toMatchObject({
    code: 'ACCESS_EXPIRES_IN_PAST',
  })
})

test('whoever leaves the staff leaves every role', async () => {
  await scene.create(admin, 'refunder', 55, 'payments:refund')
  await scene.grant(admin, clerk.id, 'refunder')
  const left = { account_id: clerk.id, role: 'customer' }
  const id = newId()
  await scene.h.deliver('identity.role-changed.v1', left, id)
  await scene.h.deliver('identity.role-changed.v1', left, id)
  scene.advance(2)
  expect(await scene.standing(clerk)).toMatchObject({ priority: 40, roles: ['staff'] })
  expect(scene.heightOf(clerk.id)).toBe(0)
  expect((await scene.changes()).at(-1)).toMatchObject({ after: { reason: 'left_staff' } })
})

test('nobody gives what stands as high as they do, what they do not hold, or anything to themselves', async () => {
  await scene.create(owner, 'deputy', 80)
  await scene.create(owner, 'people', 70, 'access:grant', 'access:read')
  await scene.grant(owner, clerk.id, 'people')
  const people = await scene.again(clerk)
  const other = await scene.member('seller')
  await expect(scene.grant(admin, clerk.id, 'deputy')).rejects.toMatchObject({ code: 'ACCESS_OUTRANKED' })
  await expect(scene.grant(people, other.id, 'manager')).rejects.toMatchObject({ code: 'ACCESS_NOT_HELD' })
  await expect(scene.grant(people, other.id, 'people')).rejects.toMatchObject({ code: 'ACCESS_OUTRANKED' })
  await expect(scene.grant(people, people.id, 'seller')).rejects.toMatchObject({ code: 'ACCESS_NOT_ONESELF' })
  await expect(scene.revoke(people, people.id, 'people')).rejects.toMatchObject({
    code: 'ACCESS_NOT_ONESELF',
  })
  await expect(scene.grant(owner, owner.id, 'admin')).rejects.toMatchObject({ code: 'ACCESS_NOT_ONESELF' })
  await expect(scene.grant(people, admin.id, 'seller')).rejects.toMatchObject({ code: 'ACCESS_OUTRANKED' })
  const peer = await scene.member('admin')
  await expect(scene.grant(admin, peer.id, 'seller')).rejects.toMatchObject({ code: 'ACCESS_OUTRANKED' })
  expect((await scene.standing(other)).roles).toEqual(['seller'])
})

test('owners are made and customers served by accounts, not by roles beside them', async () => {
  const shopper = await scene.member('customer')
  await expect(scene.grant(owner, clerk.id, 'super_admin')).rejects.toMatchObject({
    code: 'ACCESS_ROLE_OF_ACCOUNTS',
  })
  await expect(scene.grant(owner, clerk.id, 'customer')).rejects.toMatchObject({
    code: 'ACCESS_ROLE_OF_ACCOUNTS',
  })
  await expect(scene.grant(owner, shopper.id, 'staff')).rejects.toMatchObject({ code: 'ACCESS_NOT_STAFF' })
  await expect(scene.grant(owner, newId(), 'staff')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(scene.grant(owner, clerk.id, 'no_such')).rejects.toMatchObject({ code: 'ACCESS_NO_SUCH_ROLE' })
  await expect(scene.revoke(owner, clerk.id, 'manager')).rejects.toMatchObject({
    code: 'ACCESS_NO_SUCH_ROLE',
  })
})

test('whoever loses the right while they use it in parallel gives nothing after that', async () => {
  await scene.create(owner, 'people', 70, 'access:*', 'orders:read')
  await scene.create(owner, 'reader', 20, 'orders:read')
  await scene.grant(owner, clerk.id, 'people')
  const people = await scene.again(clerk)
  const other = await scene.member('seller')
  await scene.revoke(owner, people.id, 'people')
  // The request came in while they still had it; what counts is what they have when it is written.
  await expect(scene.grant(people, other.id, 'reader')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(scene.create(people, 'another', 20)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('who may give roles of accounts is said by what they hold', async () => {
  expect((await scene.standing(owner)).gives).toContain('super_admin')
  const { gives } = await scene.standing(admin)
  expect(gives).toEqual(['manager', 'procurement_manager', 'sales_manager', 'staff', 'seller', 'customer'])
  await scene.create(owner, 'people', 70, 'identity:*')
  await scene.grant(owner, clerk.id, 'people')
  expect((await scene.standing(clerk)).gives).toEqual(['staff', 'customer'])
})
