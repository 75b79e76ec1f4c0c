import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { privacyScene, staff } from './scene.ts'

let scene: Awaited<ReturnType<typeof privacyScene>>
beforeAll(async () => void (scene = await privacyScene()))
afterAll(() => scene.close())

type Export = { id: string; status: string }
const guest = { principal: { kind: 'guest' as const, guest_token: null } }

test('400: nothing can be given that would change whose data it is', async () => {
  const ada = scene.shopper()
  const refused = { status: 400, code: 'VALIDATION_FAILED' }
  await expect(ada.call('requestExport', { account_id: newId() })).rejects.toMatchObject(refused)
  await expect(ada.call('downloadExport', { export_id: 'x' })).rejects.toMatchObject(refused)
})

test('401: guests, and customers who have not proven lately who they are', async () => {
  const ada = scene.shopper()
  for (const operation of ['requestExport', 'listExports'])
    await expect(ada.call(operation, {}, guest)).rejects.toMatchObject({ status: 401 })
  const principal = ada.principal()
  scene.advance(1)
  await expect(ada.call('requestExport', {}, { principal })).rejects.toMatchObject({
    status: 401,
    code: 'STEP_UP_REQUIRED',
  })
  expect(await ada.call('listExports', {}, { principal })).toEqual({ items: [] })
})

test('403: staff, whatever they may do otherwise', async () => {
  const as = { principal: staff() }
  for (const operation of ['requestExport', 'listExports'])
    await expect(scene.h.call(operation, {}, as)).rejects.toMatchObject({ status: 403 })
  await expect(scene.h.call('downloadExport', { export_id: newId() }, as)).rejects.toMatchObject({
    status: 403,
  })
})

test('404: another’s export, one that is not ready, and one that never was, all alike', async () => {
  const [ada, ben] = [scene.shopper(), scene.shopper()]
  const { id } = await ada.call<Export>('requestExport')
  const missing = { status: 404, code: 'NOT_FOUND' }
  await expect(ada.call('downloadExport', { export_id: id })).rejects.toMatchObject(missing)
  await scene.work()
  await expect(ben.call('downloadExport', { export_id: id })).rejects.toMatchObject(missing)
  await expect(ben.call('downloadExport', { export_id: newId() })).rejects.toMatchObject(missing)
  expect(await ben.call('listExports')).toEqual({ items: [] })
  expect(await ada.call('downloadExport', { export_id: id })).toMatchObject({
    content_type: 'application/zip',
  })
})

test('an archive that was moved to another account opens for nobody', async () => {
  const [ada, ben] = [scene.shopper(), scene.shopper()]
  const { id } = await ada.call<Export>('requestExport')
  await scene.work()
  await scene.h.db.run(sql`UPDATE customers.exports SET account_id = ${ben.id} WHERE id = ${id}`)
  await expect(ben.call('downloadExport', { export_id: id })).rejects.toMatchObject({ status: 500 })
})

test('409: a second one while the first is made, and a second one within a day', async () => {
  const ada = scene.shopper()
  const first = await ada.call<Export>('requestExport')
  const running = { status: 409, code: 'CUSTOMERS_EXPORT_RUNNING' }
  await expect(ada.call('requestExport')).rejects.toMatchObject(running)
  await scene.work()
  const tooSoon = { status: 409, code: 'CUSTOMERS_EXPORT_TOO_SOON' }
  await expect(ada.call('requestExport')).rejects.toMatchObject(tooSoon)
  scene.advance(24)
  const second = await ada.call<Export>('requestExport')
  expect(second.id).not.toBe(first.id)
})

test('race: of fifty at the same time one is made', async () => {
  const ada = scene.shopper()
  scene.h.takeJobs()
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => ada.call('requestExport')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(scene.h.takeJobs().filter(({ name }) => name === 'make-export')).toHaveLength(1)
  for (const one of tries)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CUSTOMERS_EXPORT_RUNNING' })
})
