import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answered } from './loopback.ts'
import { openRazorpayShop } from './provider-scene.ts'
import { CAPTURED } from './scene.ts'

let shop: Awaited<ReturnType<typeof openRazorpayShop>>
beforeAll(async () => {
  shop = await openRazorpayShop()
})
afterAll(() => shop.done())

const unavailable = { code: 'UNAVAILABLE', status: 503 }
const changed =
  (change: object) =>
  ({ status, body }: Answered): Answered => ({ status, body: { ...(body as object), ...change } })

test('time-out after acceptance: the next request finds the order by its receipt', async () => {
  const order_id = newId()
  shop.razorpay.fail('lost', /POST/)
  await expect(shop.pay(order_id)).rejects.toMatchObject(unavailable)
  await shop.pay(order_id)
  expect(shop.razorpay.orderOf(order_id).amount).toBe(4_240)
})

test('unique_receipt: an account that refuses a second order of one receipt has the first one found', async () => {
  const order_id = newId()
  const body = { error: { code: 'BAD_REQUEST_ERROR', description: 'Not so.', field: 'receipt' } }
  shop.razorpay.fail(() => ({ status: 400, body }), /POST/)
  expect((await shop.pay(order_id)).status).toBe('pending')
  expect(shop.razorpay.orderOf(order_id).receipt).toBe(order_id)
  shop.razorpay.fail({ status: 400, body }, /POST/)
  await expect(shop.pay()).rejects.toMatchObject({ code: 'INTERNAL' })
})

test('a capture whose answer is lost is found done, and counts once', async () => {
  const { order_id } = await shop.pay()
  const attempt = shop.attempt(order_id, 'authorized')
  shop.razorpay.fail('lost', /capture/)
  await expect(shop.verify(shop.razorpay.proof(attempt))).rejects.toMatchObject(unavailable)
  expect(attempt.status).toBe('captured')
  await shop.verify(shop.razorpay.proof(attempt))
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('browser, webhook and reconciler at once capture once', async () => {
  const { order_id } = await shop.pay()
  const attempt = shop.attempt(order_id, 'authorized')
  await Promise.all([
    ...Array.from({ length: 5 }, () => shop.verify(shop.razorpay.proof(attempt))),
    ...Array.from({ length: 5 }, () => shop.tell('payment.authorized', { ...attempt })),
    ...Array.from({ length: 5 }, () => shop.sync(order_id)),
  ])
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('a refund whose answers are lost stays pending, and is made once', async () => {
  const { order_id } = await shop.paid()
  for (let i = 0; i < 2; i += 1) shop.razorpay.fail('lost', /POST .*refund$/)
  await expect(shop.refund(order_id)).rejects.toMatchObject(unavailable)
  const [pending] = (await shop.books(order_id)).refunds
  expect(pending?.status).toBe('pending')
  shop.razorpay.forgetKeys()
  await shop.finishRefunds()
  expect(shop.razorpay.refunds.filter(({ receipt }) => receipt === pending?.id)).toHaveLength(1)
  expect(await shop.status(order_id)).toBe('refunded')
})

test('a webhook whose capture cannot be made is not acknowledged, and works when it comes again', async () => {
  const { order_id } = await shop.pay()
  const attempt = shop.attempt(order_id, 'authorized')
  const body = shop.razorpay.message('payment.authorized', attempt)
  const headers = { 'x-razorpay-signature': shop.razorpay.sign(body) }
  shop.razorpay.fail({ status: 502, body: {} }, /capture/)
  await expect(shop.news(body, headers)).rejects.toMatchObject(unavailable)
  await shop.news(body, headers)
  expect(await shop.status(order_id)).toBe('captured')
})

test('another amount, currency or order in an answer is not taken', async () => {
  for (const change of [{ amount: 1 }, { currency: 'USD' }, { id: 'no' }, { entity: 'payment' }]) {
    shop.razorpay.fail(changed(change), /POST/)
    await expect(shop.pay(), JSON.stringify(change)).rejects.toMatchObject({ code: 'INTERNAL' })
  }
  const { order_id } = await shop.pay()
  shop.razorpay.fail(changed({ id: 'order_another' }), /GET/)
  await expect(shop.sync(order_id)).rejects.toMatchObject({ code: 'INTERNAL' })
})

test('an attempt of another amount, currency or order is not captured; one captured all the same is audited', async () => {
  const { id, order_id } = await shop.pay()
  const wrong = [{ amount: 4_239 }, { currency: 'USD' }, { order_id: 'order_another' }]
  const attempts = wrong.map((change) => shop.attempt(order_id, 'authorized', change))
  const asked = shop.razorpay.asked.length
  expect((await shop.sync(order_id))?.status).toBe('pending')
  expect(attempts.map(({ status }) => status)).toEqual(['authorized', 'authorized', 'authorized'])
  expect(shop.razorpay.asked.slice(asked).filter(({ method }) => method === 'POST')).toEqual([])
  const foreign = { ...attempts[0], amount: 4_240, status: 'captured', order_id: 'order_another' }
  shop.razorpay.fail(changed({ items: [foreign] }), /payments$/)
  expect((await shop.sync(order_id))?.status).toBe('pending')
  shop.attempt(order_id, 'captured', { amount: 4_239 })
  expect((await shop.sync(order_id))?.status).toBe('pending')
  expect((await shop.audits(id)).map(({ action }) => action)).toEqual(['payments.mismatch-refused'])
})

test('a currency that the account does not take is not offered', async () => {
  const body = { error: { code: 'BAD_REQUEST_ERROR', description: 'Not so.', field: 'currency' } }
  shop.razorpay.fail({ status: 400, body }, /POST/)
  await expect(shop.pay()).rejects.toMatchObject({ code: 'PAYMENTS_METHOD_NOT_OFFERED' })
})
