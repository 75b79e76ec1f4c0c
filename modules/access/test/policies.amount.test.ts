// Seen to fail while there was no end to it: 1,200 small policies made every change take seconds, in every process.
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessScene } from './approval-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
let owner: StaffPrincipal
beforeAll(async () => {
  scene = await accessScene()
  owner = scene.member('super_admin')
})
afterAll(() => scene.h.close())

// Long, and quickly read.
const text = `// ${'x'.repeat(19_000)}
forbid(principal is Staff, action == Action::"identity.listUsers", resource);`

type Policy = { readonly id: string; readonly name: string; readonly version: number }

const create = (name: string, more: object = {}): Promise<Policy> =>
  scene.h.call('createPolicy', { name, text, ...more }, scene.by(owner))
const switched = ({ id, name, version }: Policy, enabled: boolean): Promise<Policy> =>
  scene.h.call('updatePolicy', { policy_id: id, name, version, text, enabled }, scene.by(owner))

test('there is an end to what is in force', async () => {
  for (let number = 1; number <= 5; number += 1) {
    const policy = await create(`Long ${String(number)}`)
    if (number === 5) await switched(policy, false)
  }
  const off = await create('Off', { enabled: false })
  await create('As much as there may be')
  const refusal = { code: 'ACCESS_POLICY_INVALID', message: expect.stringContaining('100,000') as string }
  await expect(create('One more')).rejects.toMatchObject(refusal)
  await expect(switched(off, true)).rejects.toMatchObject(refusal)
  await expect(switched(off, false)).resolves.toMatchObject({ enabled: false })
})
