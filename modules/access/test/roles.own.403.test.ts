// Seen to fail while whoever manages roles could add to one of their own: what was given until a moment became theirs for good.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessScene, type Role } from './roles-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
beforeAll(async () => {
  scene = await accessScene()
})
afterAll(() => scene.h.close())

test('nobody makes more of a role that they have themselves', async () => {
  const owner = await scene.member('super_admin')
  const temporary = await scene.create(owner, 'temporary', 75, 'access:manage', 'audit:export')
  const lasting = await scene.create(owner, 'lasting', 45, 'audit:read', 'orders:read')
  const other = await scene.create(owner, 'other', 45)
  const clerk = await scene.member('staff')
  await scene.grant(owner, clerk.id, temporary.name, { expires_at: '2026-01-15T13:00:00.000Z' })
  await scene.grant(owner, clerk.id, lasting.name)
  const principal = await scene.again(clerk)
  const add = ({ id: role_id }: Role): Promise<Role> =>
    scene.h.call('addPermissions', { role_id, permissions: ['access:manage'] }, { principal })
  const update = (
    { id: role_id, version }: Role,
    priority: number,
    ...permissions: string[]
  ): Promise<Role> =>
    scene.h.call('updateRole', { role_id, version, title: 'Lasting', priority, permissions }, { principal })

  const refused = { code: 'ACCESS_OUTRANKED' }
  await expect(add(lasting)).rejects.toMatchObject(refused)
  await expect(add(await scene.role('staff'))).rejects.toMatchObject(refused)
  await expect(update(lasting, 45, 'audit:read', 'audit:export')).rejects.toMatchObject(refused)
  await expect(update(lasting, 74, 'audit:read')).rejects.toMatchObject(refused)
  // Less of it, and more of what only others have.
  await expect(update(lasting, 44, 'audit:read')).resolves.toMatchObject({ permissions: ['audit:read'] })
  await expect(add(other)).resolves.toMatchObject({ permissions: ['access:manage'] })
})
