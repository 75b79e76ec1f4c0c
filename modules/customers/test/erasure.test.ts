import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { EMAIL, HOME, privacyScene, staff } from './scene.ts'

let scene: Awaited<ReturnType<typeof privacyScene>>
beforeEach(async () => void (scene = await privacyScene()))
afterEach(() => scene.close())

const YES = { confirmation: 'ERASE' }
const FAREWELL = `farewell to ${EMAIL} in de`
const everywhere = [
  'identity.erase',
  'oauth.erase',
  'cart.erase',
  'orders.erase',
  'pricing.erase',
  'recommendations.erase',
  'reviews.erase',
  'media.erase',
  'notifications.erase',
]

type ErasureRow = { contact: Buffer | null; erased_at: string | null; finished_at: string | null }
const rows = () =>
  scene.h.db.many<ErasureRow>(sql`SELECT contact, erased_at, finished_at FROM customers.erasures`)

test('200: the account goes at once, the rest by a job, the mail last, and in the end nothing is known', async () => {
  const ada = scene.shopper()
  await ada.call('createAddress', HOME)
  await ada.call('requestExport')
  await scene.work()
  scene.neighbours.calls.length = 0

  const answer = await ada.call('requestErasure', YES)
  expect(answer).toEqual({ status: 'started', requested_at: '2026-03-02T09:00:00.000Z' })
  expect(scene.neighbours.calls).toEqual(['identity.erase'])
  const [begun] = await rows()
  expect(begun?.contact?.includes(EMAIL)).toBe(false)

  const later = await scene.work()
  expect(scene.neighbours.calls).toEqual(['identity.erase', ...everywhere, FAREWELL])
  expect(await ada.call('listAddresses')).toEqual({ items: [] })
  expect(await ada.call('listExports')).toEqual({ items: [] })
  expect((await scene.news()).slice(-2)).toEqual([
    { type: 'customers.account-erasure-started.v1', payload: { account_id: ada.id } },
    { type: 'customers.account-erased.v1', payload: { account_id: ada.id } },
  ])
  expect((await scene.actions()).slice(-2)).toEqual([
    'customers.erasure_requested',
    'customers.account_erased',
  ])

  // What a request that was still under way has written since is found by the second look.
  await ada.call('createAddress', HOME)
  scene.neighbours.calls.length = 0
  scene.advance(1)
  expect(later).toHaveLength(1)
  for (const { name, payload } of later) await scene.h.runJob(name, payload)
  expect(scene.neighbours.calls).toEqual(everywhere)
  expect(await ada.call('listAddresses')).toEqual({ items: [] })
  expect(await rows()).toMatchObject([{ contact: null, finished_at: '2026-03-02T10:00:00.000Z' }])
})

describe('refused', () => {
  test('400: without the word, or with another', async () => {
    const ada = scene.shopper()
    for (const input of [
      {},
      { confirmation: 'erase' },
      { confirmation: true },
      { ...YES, account_id: ada.id },
    ])
      await expect(ada.call('requestErasure', input)).rejects.toMatchObject({ status: 400 })
    expect(await rows()).toEqual([])
  })

  test('401 for guests and old proofs, 403 for staff', async () => {
    const ada = scene.shopper()
    const principal = ada.principal()
    scene.advance(1)
    const guest = { kind: 'guest', guest_token: null } as const
    await expect(ada.call('requestErasure', YES, { principal: guest })).rejects.toMatchObject({ status: 401 })
    await expect(ada.call('requestErasure', YES, { principal })).rejects.toMatchObject({
      code: 'STEP_UP_REQUIRED',
    })
    await expect(scene.h.call('requestErasure', YES, { principal: staff() })).rejects.toMatchObject({
      status: 403,
    })
    expect(await rows()).toEqual([])
  })

  test('409 while an order is under way, and nothing has happened', async () => {
    const ada = scene.shopper()
    scene.neighbours.under_way = 1
    await expect(ada.call('requestErasure', YES)).rejects.toMatchObject({
      status: 409,
      code: 'CUSTOMERS_ORDERS_UNDER_WAY',
    })
    expect(await rows()).toEqual([])
    expect(scene.neighbours.calls).toEqual([])
  })
})

test('race: fifty at the same time are one erasure, one job, one mail', async () => {
  const ada = scene.shopper()
  const tries = await Promise.all(Array.from({ length: 50 }, () => ada.call('requestErasure', YES)))
  for (const one of tries) expect(one).toMatchObject({ status: 'started' })
  expect(await rows()).toHaveLength(1)
  const jobs = scene.h.takeJobs()
  expect(jobs).toHaveLength(1)
  for (const { name, payload } of [...jobs, ...jobs]) await scene.h.runJob(name, payload)
  expect(scene.neighbours.calls.filter((call) => call === FAREWELL)).toHaveLength(1)
  expect(await scene.actions()).toEqual(['customers.erasure_requested', 'customers.account_erased'])
})

describe('killed', () => {
  test.each([...everywhere, FAREWELL])(
    'in the step %s, the job is run again and comes to the end',
    async (step) => {
      const ada = scene.shopper()
      await ada.call('createAddress', HOME)
      await ada.call('requestErasure', YES)
      const [job] = scene.h.takeJobs()
      scene.neighbours.fails = step
      await expect(scene.h.runJob(job?.name ?? '', job?.payload)).rejects.toThrow()
      expect(await rows()).toMatchObject([{ erased_at: null, finished_at: null }])
      scene.neighbours.fails = null
      scene.neighbours.calls.length = 0
      await scene.h.runJob(job?.name ?? '', job?.payload)
      expect(scene.neighbours.calls).toEqual([...everywhere, FAREWELL])
      expect(await rows()).toMatchObject([{ erased_at: '2026-03-02T09:00:00.000Z' }])
    },
  )

  test('before the account was gone, the job removes it', async () => {
    const ada = scene.shopper()
    scene.neighbours.fails = 'identity.erase'
    await expect(ada.call('requestErasure', YES)).rejects.toMatchObject({ status: 500 })
    scene.neighbours.fails = null
    scene.neighbours.calls.length = 0
    await scene.work()
    expect(scene.neighbours.calls).toEqual([...everywhere, FAREWELL])
  })

  test('so often that the queue gave up, a schedule begins anew', async () => {
    const ada = scene.shopper()
    await ada.call('requestErasure', YES)
    scene.h.takeJobs()
    await scene.h.runSchedule('resume-erasures')
    expect(scene.h.takeJobs()).toEqual([])
    scene.advance(8 * 24)
    await scene.h.runSchedule('resume-erasures')
    await scene.work()
    expect(scene.neighbours.calls).toContain(FAREWELL)
  })
})
