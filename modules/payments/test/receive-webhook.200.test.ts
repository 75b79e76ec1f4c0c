import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAPTURED, closeBalanced, FAILED, openPayments } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => closeBalanced(shop))

const received = { received: true }

test('a signed capture is taken in; the same message again, in any number, has no effect', async () => {
  const payment = await shop.open()
  const message = shop.message(payment)
  const answers = await Promise.all(Array.from({ length: 30 }, () => shop.webhook(message)))
  expect(answers).toEqual(Array.from({ length: 30 }, () => received))
  expect((await shop.news(payment.order_id)).map((event) => event.type)).toEqual([CAPTURED])
  expect((await shop.books(payment.order_id)).ledger).toHaveLength(2)
  expect(await shop.audits(payment.id)).toHaveLength(1)
})

test('another message with the same news has no effect either', async () => {
  const payment = await shop.open()
  for (let i = 0; i < 3; i += 1) await shop.webhook(shop.message(payment))
  expect(await shop.news(payment.order_id)).toHaveLength(1)
})

test('news of another amount or currency changes nothing and is audited', async () => {
  const payment = await shop.open()
  for (const change of [
    { amount_minor: 1 },
    { currency: 'EUR' },
    { amount_minor: 4_241, status: 'failed' },
  ]) {
    expect(await shop.webhook(shop.message(payment, change))).toEqual(received)
  }
  expect((await shop.books(payment.order_id)).payment?.status).toBe('pending')
  expect(await shop.news(payment.order_id)).toEqual([])
  expect((await shop.audits(payment.id)).map((entry) => entry.action)).toEqual(
    Array.from({ length: 3 }, () => 'payments.mismatch-refused'),
  )
})

test('news of a payment that is not ours is taken in and forgotten', async () => {
  const payment = await shop.open()
  const before = await shop.events()
  expect(await shop.webhook(shop.message(payment, { reference: newId() }))).toEqual(received)
  expect(await shop.events()).toEqual(before)
})

test('the order of the news does not matter: a capture wins over a failure, and never the other way', async () => {
  const late = await shop.open()
  await shop.webhook(shop.message(late, { status: 'failed' }))
  await shop.webhook(shop.message(late, { status: 'captured' }))
  expect((await shop.news(late.order_id)).map((event) => event.type)).toEqual([FAILED, CAPTURED])

  const early = await shop.open()
  await shop.webhook(shop.message(early, { status: 'captured' }))
  for (const status of ['failed', 'cancelled', 'open']) await shop.webhook(shop.message(early, { status }))
  expect((await shop.books(early.order_id)).payment?.status).toBe('captured')
  expect(await shop.news(early.order_id)).toHaveLength(1)
})
