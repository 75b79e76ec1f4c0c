import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANCELLED_ORDER, CAPTURED, type Payment, staff } from './scene.ts'
import { openSettings } from './settings-scene.ts'

let shop: Awaited<ReturnType<typeof openSettings>>
beforeAll(async () => {
  shop = await openSettings()
  await shop.turn('cash_on_delivery', true, { countries: ['IN', 'DE'] })
})
afterAll(async () => {
  const broken = await shop.brokenRules()
  await shop.done()
  expect(broken).toEqual([])
})

const due = () => shop.open(newId(), 4_240, { provider: 'cash_on_delivery' })
const clerk = staff(['payments:record'])
const record = (order_id: string): Promise<{ payment: Payment }> =>
  shop.call('recordCash', { order_id }, { principal: clerk })
const notDue = { code: 'PAYMENTS_NO_CASH_DUE', status: 409 }

test('it is off until it is switched on, for countries that are named alone', async () => {
  const other = await openSettings()
  expect(await other.shown('cash_on_delivery')).toMatchObject({ state: 'off', countries: [] })
  expect(await other.methods('IN')).toEqual(['sandbox'])
  await expect(other.turn('cash_on_delivery', true)).rejects.toMatchObject({ code: 'PAYMENTS_NOT_SET_UP' })
  await expect(other.turn('cash_on_delivery', true, { countries: [] })).rejects.toMatchObject({
    code: 'PAYMENTS_NOT_SET_UP',
  })
  await expect(other.open(newId(), 4_240, { provider: 'cash_on_delivery' })).rejects.toMatchObject({
    code: 'PAYMENTS_METHOD_NOT_OFFERED',
  })
  await other.done()
  expect(await shop.methods('IN')).toEqual(['sandbox', 'cash_on_delivery'])
  expect(await shop.methods('FR')).toEqual(['sandbox'])
  expect(await shop.methods(null)).toEqual(['sandbox'])
})

test('what is due stays due however often it is asked about, and nothing is in the books', async () => {
  const payment = await due()
  expect(payment).toMatchObject({ due: true, status: 'pending', next_action: null })
  expect(await shop.sync(payment.order_id)).toEqual(payment)
  const { ledger } = await shop.books(payment.order_id)
  expect(ledger).toEqual([])
})

test('cash that was taken is captured once, however many say so at the same time, and lies in the till', async () => {
  const { order_id } = await due()
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => record(order_id)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const books = await shop.books(order_id)
  expect(books.payment?.status).toBe('captured')
  expect(books.ledger.map(({ account, debit, credit }) => [account, debit.amount, credit.amount])).toEqual([
    ['cash', '42.40', '0.00'],
    ['customer_payments', '0.00', '42.40'],
  ])
  expect((await shop.news(order_id)).map(({ type }) => type)).toEqual([CAPTURED])
  await expect(record(order_id)).rejects.toMatchObject(notDue)
})

test('a cancelled order owes no cash, and no money moves', async () => {
  const { order_id } = await due()
  const cancelled = { order_id, reason: 'cancelled', was_paid: false }
  await shop.deliver(CANCELLED_ORDER, cancelled)
  expect((await shop.books(order_id)).payment?.status).toBe('cancelled')
  await expect(record(order_id)).rejects.toMatchObject(notDue)
  const { ledger, refunds } = await shop.books(order_id)
  expect([ledger, refunds]).toEqual([[], []])
})

test('cash and cancellation at once: either nothing was taken, or it was handed back', async () => {
  for (let run = 0; run < 10; run += 1) {
    const { order_id } = await due()
    const cancelled = { order_id, reason: 'cancelled', was_paid: false }
    await Promise.allSettled([record(order_id), shop.deliver(CANCELLED_ORDER, cancelled)])
    const { payment } = await shop.books(order_id)
    expect([payment?.status, payment?.captured.amount]).toEqual(
      payment?.status === 'cancelled' ? ['cancelled', '0.00'] : ['refunded', '42.40'],
    )
  }
})

test('what was paid in cash is paid back out of the till', async () => {
  const { order_id } = await due()
  await record(order_id)
  await shop.refund(order_id, { amount: '10.00' })
  const { ledger } = await shop.books(order_id)
  expect(ledger.slice(2).map(({ account, debit, credit }) => [account, debit.amount, credit.amount])).toEqual(
    [
      ['refunds', '10.00', '0.00'],
      ['cash', '0.00', '10.00'],
    ],
  )
})

test('only who may note it, and only for what is paid in cash', async () => {
  const { order_id } = await due()
  const reader = staff(['payments:read', 'payments:refund'])
  await expect(shop.call('recordCash', { order_id }, { principal: reader })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(record((await shop.open()).order_id)).rejects.toMatchObject(notDue)
  await expect(record(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
