import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyScene } from './key-scene.ts'

let scene: Awaited<ReturnType<typeof keyScene>>
beforeAll(async () => {
  scene = await keyScene()
})
afterAll(() => scene.h.close())

test('of 80 keys made at the same moment, 50 are', async () => {
  const manager = scene.member('manager')
  const tries = Array.from({ length: 80 }, (_, index) =>
    scene.create(manager, { name: `Key ${String(index)}` }),
  )
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'ACCESS_TOO_MANY_KEYS' })
  }
  const [last] = await scene.list(manager)
  await scene.call(manager, 'revokeApiKey', { key_id: last?.id })
  await scene.create(manager)
})

test('of 20 parallel rotations one makes a key', async () => {
  const manager = scene.member('manager')
  const { id } = await scene.create(manager)
  const rotate = (): Promise<unknown> => scene.call(manager, 'rotateApiKey', { key_id: id })
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, rotate))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await scene.list(manager)).toHaveLength(2)
})
