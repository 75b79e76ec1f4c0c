import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBalanced, openPayments } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => closeBalanced(shop))

const closed = { code: 'PAYMENTS_SANDBOX_CLOSED', status: 409 }

test('of fifty decisions at once, approvals and refusals mixed, one counts and one message goes out', async () => {
  const { id } = await shop.open()
  shop.takeJobs()
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? shop.approve(id) : shop.decline(id))),
  )
  const done = tries.filter((one) => one.status === 'fulfilled')
  expect(done).toHaveLength(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject(closed)
  expect((await shop.bankPage(id)).status).toBe(done[0]?.value.status)
  expect(shop.takeJobs()).toMatchObject([{ name: 'send-sandbox-webhook', payload: { reference: id } }])
})

test('a decision stays, and a payment that never was is not there', async () => {
  const { id } = await shop.open()
  expect((await shop.decline(id)).status).toBe('declined')
  await expect(shop.approve(id)).rejects.toMatchObject(closed)
  await expect(shop.approve(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(shop.decline(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(shop.bankPage(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a delayed approval is undecided until its time, and its message waits as long', async () => {
  const { id, order_id } = await shop.open()
  shop.takeJobs()
  expect((await shop.approve(id, { delay_seconds: 1 })).status).toBe('approving')
  await expect(shop.decline(id)).rejects.toMatchObject(closed)
  expect((await shop.sync(order_id))?.status).toBe('pending')
  const [job] = shop.takeJobs()
  expect(job?.runAt?.getTime()).toBeGreaterThan(Date.now())
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  expect((await shop.sync(order_id))?.status).toBe('captured')
})

test('a delayed approval is withdrawn when the shop closes the payment first', async () => {
  const { id, order_id } = await shop.open()
  await shop.approve(id, { delay_seconds: 3_600 })
  expect((await shop.cancel(order_id))?.status).toBe('cancelled')
  expect((await shop.bankPage(id)).status).toBe('cancelled')
})

test.each([-1, 3_601, 0.5, '5', null])('400: a delay of %j', async (delay_seconds) => {
  const { id } = await shop.open()
  await expect(shop.approve(id, { delay_seconds })).rejects.toMatchObject({ status: 400 })
  expect((await shop.bankPage(id)).status).toBe('open')
})
