import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessScene, type Approval } from './approval-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
beforeAll(async () => {
  scene = await accessScene()
})
afterAll(() => scene.h.close())

const times = <T>(count: number, act: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, act))

test('of 50 parallel calls with one approval, one is let through', async () => {
  const [clerk, chief] = [scene.member('manager'), scene.member('manager')]
  const { id } = await scene.propose(clerk)
  await scene.approve(chief, id)
  const accepted = await times(50, () => scene.use(clerk, id))
  expect(accepted.filter(Boolean)).toHaveLength(1)
  const entries = await scene.audited()
  expect(entries.filter(({ action }) => action === 'authz_approval_used')).toHaveLength(1)
})

test('of agreeing and declining at the same moment, one counts', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [clerk, chief, other] = [scene.member('manager'), scene.member('manager'), scene.member('manager')]
    const { id } = await scene.propose(clerk)
    const outcomes = await Promise.allSettled([
      scene.approve(chief, id),
      scene.h.call('declineApproval', { approval_id: id }, scene.by(other)),
    ])
    const done = outcomes.filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(1)
    const after: Approval = await scene.h.call('getApproval', { approval_id: id }, scene.by(clerk))
    const approved = outcomes[0].status === 'fulfilled'
    expect(after).toMatchObject(
      approved ? { status: 'approved', decided_by: chief.id } : { status: 'declined', decided_by: other.id },
    )
    expect(await scene.use(clerk, id)).toBe(approved)
  }
})

test('of 40 parallel proposals of one person, 20 wait', async () => {
  const clerk = scene.member('manager')
  const made = await Promise.allSettled(Array.from({ length: 40 }, () => scene.propose(clerk)))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
})

test('of 20 that use one approval and give it back, one holds it at a time and the last one keeps it', async () => {
  const [clerk, chief] = [scene.member('manager'), scene.member('manager')]
  const { id } = await scene.propose(clerk)
  await scene.approve(chief, id)
  let holding = 0
  let taken = 0
  await times(20, async () => {
    const use = await scene.useOf(clerk, id)
    if (use === null) return
    taken += 1
    holding += 1
    await sleep(5)
    expect(holding).toBe(1)
    holding -= 1
    await scene.giveBack(clerk, id, use)
    // Twice is once.
    await scene.giveBack(clerk, id, use)
  })
  expect(taken).toBeGreaterThan(0)
  const accepted = await times(20, () => scene.use(clerk, id))
  expect(accepted.filter(Boolean)).toHaveLength(1)
})
