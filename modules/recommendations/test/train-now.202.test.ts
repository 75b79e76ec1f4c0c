import { newId } from '@rampart/platform/crypto/ids.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customer, NOW, openScene } from './scene.ts'

let scene: Awaited<ReturnType<typeof openScene>>
const manager: StaffPrincipal = {
  ...{ kind: 'staff', id: newId(), session_id: newId(), role: 'manager' },
  permissions: ['catalog:write'],
}
const staff = { principal: manager }
beforeEach(async () => {
  scene = await openScene()
})
afterEach(() => scene.close())

test('staff order a training, see that it waits, and afterwards what it learnt from', async () => {
  expect(await scene.call('getTraining', {}, staff)).toEqual({
    ...{ last: null, now: 'idle', since: null, failed_at: null, baskets: 0, views: 0 },
  })
  await scene.paid(scene.order([scene.article('pot'), scene.article('tea')]))
  expect(await scene.call('trainNow', {}, staff)).toEqual({ ordered_at: NOW.toISOString() })
  expect(await scene.call('getTraining', {}, staff)).toMatchObject({ now: 'waiting', baskets: 1 })
  for (const { name, payload } of scene.takeJobs()) await scene.runJob(name, payload)
  expect(await scene.call('getTraining', {}, staff)).toEqual({
    last: {
      ...{ trained_at: NOW.toISOString(), baskets: 1, buyers: 1, products: 2, views: 0 },
      seconds: expect.any(Number),
    },
    ...{ now: 'idle', since: null, failed_at: null, baskets: 1, views: 0 },
  })
  const entries = (await scene.events()).filter(({ type }) => type === 'audit.entry-recorded.v1')
  expect(entries.map(({ payload }) => payload)).toMatchObject([
    { action: 'recommendations.training-requested' },
  ])
})

test('whoever may not change the catalogue may neither see nor order it', async () => {
  for (const operation of ['getTraining', 'trainNow']) {
    const nobody = { principal: { ...manager, permissions: ['orders:read'] } }
    await expect(scene.call(operation, {}, nobody)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(scene.call(operation, {}, { principal: customer(newId()) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  }
})
