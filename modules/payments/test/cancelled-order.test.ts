import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANCELLED_ORDER, closeBalanced, openPayments, REFUNDED } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => closeBalanced(shop))

const cancelled = (order_id: string) => ({ order_id, reason: 'cancelled', was_paid: true })

test('what was captured is paid back once, whoever says it how often', async () => {
  const { id, order_id } = await shop.captured()
  const event = newId()
  await Promise.all([
    shop.deliver(CANCELLED_ORDER, cancelled(order_id), event),
    shop.deliver(CANCELLED_ORDER, cancelled(order_id), event),
    shop.deliver(CANCELLED_ORDER, cancelled(order_id)),
    ...Array.from({ length: 10 }, () => shop.refundCancelled(order_id)),
  ])
  const { payment, refunds } = await shop.books(order_id)
  expect(payment?.status).toBe('refunded')
  expect(refunds).toHaveLength(1)
  expect((await shop.news(order_id)).filter((entry) => entry.type === REFUNDED)).toHaveLength(1)
  expect(await shop.audits(id)).toHaveLength(2)
})

test('only what is left is paid back', async () => {
  const { order_id } = await shop.captured()
  await shop.refund(order_id, { amount: '40.00' })
  await shop.refundCancelled(order_id)
  expect((await shop.books(order_id)).refunds.map((refund) => refund.amount.amount)).toEqual([
    '40.00',
    '2.40',
  ])
})

test('an open payment is closed, and cannot be approved any more', async () => {
  const { id, order_id } = await shop.open()
  await shop.deliver(CANCELLED_ORDER, cancelled(order_id))
  expect((await shop.sync(order_id))?.status).toBe('cancelled')
  await expect(shop.approve(id)).rejects.toMatchObject({ code: 'PAYMENTS_SANDBOX_CLOSED' })
  expect((await shop.books(order_id)).refunds).toEqual([])
})

test('one that was approved but never told is captured and paid back', async () => {
  const { id, order_id } = await shop.open()
  await shop.approve(id)
  await shop.deliver(CANCELLED_ORDER, cancelled(order_id))
  expect((await shop.books(order_id)).payment?.status).toBe('refunded')
})

test('orders without a payment are nothing to it', async () => {
  const before = await shop.events()
  await shop.deliver(CANCELLED_ORDER, cancelled(newId()))
  expect(await shop.refundCancelled(newId())).toBeNull()
  expect(await shop.events()).toEqual(before)
})

test('a refund whose answer was lost is asked for again with the same id, and counts once', async () => {
  const { order_id } = await shop.captured()
  const { id } = await shop.refund(order_id, { amount: '10.00' })
  await shop.db.run(sql`
    UPDATE payments.refunds SET status = 'pending', attempted_at = now() - interval '2 minutes' WHERE id = ${id}`)
  await Promise.all([shop.runSchedule('finish-refunds'), shop.runSchedule('finish-refunds')])
  const { refunds, payment } = await shop.books(order_id)
  expect(refunds).toMatchObject([{ id, status: 'succeeded' }])
  expect(payment?.refunded.amount).toBe('10.00')
})

test('a refund that the bank refuses is given back, booked and audited', async () => {
  const { id, order_id } = await shop.captured()
  await shop.db.run(sql`UPDATE payments.sandbox_payments SET status = 'cancelled' WHERE reference = ${id}`)
  expect((await shop.refund(order_id, { amount: '10.00' })).status).toBe('failed')
  const { payment, ledger } = await shop.books(order_id)
  expect(payment).toMatchObject({ status: 'captured', refunded: { amount: '0.00' } })
  expect(ledger).toHaveLength(6)
  expect((await shop.audits(id)).map((entry) => entry.action)).toEqual([
    'payments.captured',
    'payments.refund-requested',
    'payments.refund-refused',
  ])
  expect((await shop.news(order_id)).map((event) => event.type)).not.toContain(REFUNDED)
})
