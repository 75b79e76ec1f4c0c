// Seen to fail while only roles were taken: the key of somebody who came back as one of the staff worked again.
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessScene } from './roles-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
beforeAll(async () => {
  scene = await accessScene()
})
afterAll(() => scene.h.close())

type Key = { readonly key: string; readonly prefix: string }

const makeKey = (principal: StaffPrincipal): Promise<Key> =>
  scene.h.call('createApiKey', { name: 'Till', permissions: ['orders:read'] }, { principal })
const open = ({ key }: Key): Promise<object | null> =>
  scene.h.call('authenticateKey', { key, ip: '192.0.2.7' }, { caller: 'server' })

test('keys of somebody who leaves the staff stay shut when they come back', async () => {
  const manager = await scene.member('manager')
  const key = await makeKey(manager)
  const ofAnother = await makeKey(await scene.member('manager'))
  expect(await open(key)).not.toBeNull()
  await scene.become(manager, 'customer')
  expect((await scene.changes()).at(-1)).toMatchObject({
    action: 'authz_change',
    before: { roles: [], keys: [key.prefix] },
    after: { reason: 'left_staff' },
  })
  await scene.become(manager, 'manager')
  scene.advance(2)
  expect(await open(key)).toBeNull()
  expect(await open(ofAnother)).not.toBeNull()
})

test('who changes from one role of the staff to another keeps them', async () => {
  const manager = await scene.member('manager')
  const key = await makeKey(manager)
  await scene.become(manager, 'staff')
  scene.advance(2)
  expect(await open(key)).not.toBeNull()
})
