import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBalanced, openPayments, REFUNDED } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => closeBalanced(shop))

test('in parts, and then all that is left', async () => {
  const { id, order_id } = await shop.captured()
  const first = await shop.refund(order_id, { amount: '10.00', reason: 'a scratch' })
  expect(first).toMatchObject({ status: 'succeeded', amount: { amount: '10.00' }, reason: 'a scratch' })
  expect((await shop.books(order_id)).payment?.status).toBe('partially_refunded')
  const rest = await shop.refund(order_id)
  expect(rest.amount.amount).toBe('32.40')
  const books = await shop.books(order_id)
  expect(books.payment).toMatchObject({ status: 'refunded', refunded: { amount: '42.40' } })
  expect(books.refunds.map((refund) => refund.amount.amount)).toEqual(['10.00', '32.40'])
  expect((await shop.news(order_id)).slice(1)).toMatchObject([
    { type: REFUNDED, payload: { amount_minor: 1_000, refunded_minor: 1_000, full: false } },
    { type: REFUNDED, payload: { amount_minor: 3_240, refunded_minor: 4_240, full: true } },
  ])
  const actions = (await shop.audits(id)).map((entry) => entry.action)
  expect(actions).toEqual(['payments.captured', 'payments.refund-requested', 'payments.refund-requested'])
})

test.each([
  [299.99, '299.99'],
  ['0.01', '0.01'],
  [{ amount: '1.50', currency: 'USD' }, '1.50'],
])('an amount as %j', async (amount, expected) => {
  const { order_id } = await shop.captured(50_000)
  expect((await shop.refund(order_id, { amount })).amount.amount).toBe(expected)
})

test('the same key is the same refund, one after the other and all at once', async () => {
  const { id, order_id } = await shop.captured()
  const [late, early] = [newId(), newId()]
  const first = await shop.refund(order_id, { amount: '5.00' }, early)
  expect((await shop.refund(order_id, { amount: '5.00' }, early)).id).toBe(first.id)
  const all = await Promise.all(
    Array.from({ length: 20 }, () => shop.refund(order_id, { amount: '5.00' }, late)),
  )
  expect(new Set(all.map((refund) => refund.id)).size).toBe(1)
  expect((await shop.books(order_id)).payment?.refunded.amount).toBe('10.00')
  expect(await shop.audits(id)).toHaveLength(3)
})

test('a key that was used for one order does not answer for another', async () => {
  const [one, other] = [await shop.captured(), await shop.captured()]
  const key = newId()
  const first = await shop.refund(one.order_id, { amount: '5.00' }, key)
  const second = await shop.refund(other.order_id, { amount: '5.00' }, key)
  expect(second.id).not.toBe(first.id)
  expect(second.payment_id).toBe(other.id)
})

test('any number of refunds at once never exceed the capture', async () => {
  const { order_id } = await shop.captured(10_000)
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => shop.refund(order_id, { amount: '3.00' })),
  )
  const done = tries.filter((one) => one.status === 'fulfilled')
  expect(done).toHaveLength(33)
  const { payment, refunds } = await shop.books(order_id)
  expect(payment?.refunded.amount).toBe('99.00')
  expect(refunds).toHaveLength(33)
})
