import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAPTURED, closeBalanced, FAILED, openPayments } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => closeBalanced(shop))

test('asking about an open payment changes nothing', async () => {
  const payment = await shop.open()
  const before = await shop.events()
  expect(await shop.sync(payment.order_id)).toMatchObject({ status: 'pending' })
  expect(await shop.events()).toEqual(before)
  expect(await shop.sync(newId())).toBeNull()
  expect(await shop.cancel(newId())).toBeNull()
})

test('a capture is booked, told and audited once, whoever asks how often', async () => {
  const payment = await shop.open()
  await shop.approve(payment.id)
  const message = shop.message(payment)
  await Promise.all([
    ...Array.from({ length: 10 }, () => shop.sync(payment.order_id)),
    ...Array.from({ length: 10 }, () => shop.webhook(message)),
    ...Array.from({ length: 5 }, () => shop.cancel(payment.order_id)),
  ])
  const books = await shop.books(payment.order_id)
  expect(books.payment).toMatchObject({ status: 'captured', captured: { amount: '42.40' } })
  expect(books.ledger.map((line) => [line.account, line.debit.amount, line.credit.amount])).toEqual([
    ['provider_clearing', '42.40', '0.00'],
    ['customer_payments', '0.00', '42.40'],
  ])
  expect((await shop.news(payment.order_id)).map((event) => event.type)).toEqual([CAPTURED])
  expect((await shop.audits(payment.id)).map((entry) => entry.action)).toEqual(['payments.captured'])
  expect((await shop.sync(payment.order_id))?.next_action).toBeNull()
})

test.each([
  ['failed', (id: string) => shop.decline(id), (order: string) => shop.sync(order)],
  ['cancelled', () => Promise.resolve(), (order: string) => shop.cancel(order)],
])('a payment that came to nothing is %s, told and audited once', async (status, decide, ask) => {
  const payment = await shop.open()
  await decide(payment.id)
  await Promise.all(Array.from({ length: 10 }, () => ask(payment.order_id)))
  expect((await ask(payment.order_id))?.status).toBe(status)
  expect(await shop.news(payment.order_id)).toMatchObject([{ type: FAILED, payload: { reason: status } }])
  expect((await shop.audits(payment.id)).map((entry) => entry.action)).toEqual([`payments.${status}`])
  expect((await shop.books(payment.order_id)).ledger).toEqual([])
})

test('closing a payment that was approved at the last moment tells that it is captured', async () => {
  const payment = await shop.open()
  await shop.approve(payment.id)
  expect((await shop.cancel(payment.order_id))?.status).toBe('captured')
  expect(await shop.news(payment.order_id)).toMatchObject([{ type: CAPTURED }])
})

test('approving and closing at once end in one of both, and the bank agrees', async () => {
  for (let round = 0; round < 20; round += 1) {
    const payment = await shop.open()
    const [approved, closed] = await Promise.allSettled([
      shop.approve(payment.id),
      shop.cancel(payment.order_id),
    ])
    const status = approved.status === 'fulfilled' ? 'captured' : 'cancelled'
    expect(closed).toMatchObject({ status: 'fulfilled', value: { status } })
    expect(await shop.news(payment.order_id)).toHaveLength(1)
  }
})
