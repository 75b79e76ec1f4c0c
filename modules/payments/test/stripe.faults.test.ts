import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answered } from './loopback.ts'
import { openStripeShop } from './provider-scene.ts'
import { CAPTURED } from './scene.ts'

let shop: Awaited<ReturnType<typeof openStripeShop>>
beforeAll(async () => {
  shop = await openStripeShop()
})
afterAll(() => shop.done())

const unavailable = { code: 'UNAVAILABLE', status: 503 }
const changed =
  (change: object) =>
  ({ status, body }: Answered): Answered => ({ status, body: { ...(body as object), ...change } })

test('time-out after acceptance: the intent that was made is found by its key', async () => {
  const order_id = newId()
  shop.stripe.fail('lost', /POST/)
  const payment = await shop.pay(order_id)
  expect(payment.status).toBe('pending')
  expect(shop.stripe.intentOf(order_id).amount).toBe(4_240)
})

test('both answers lost: the next request finds the same intent', async () => {
  const order_id = newId()
  shop.stripe.fail('lost', /POST/)
  shop.stripe.fail('lost', /POST/)
  await expect(shop.pay(order_id)).rejects.toMatchObject(unavailable)
  await shop.pay(order_id)
  expect(shop.stripe.intentOf(order_id).status).toBe('requires_payment_method')
})

test('twenty requests for one order at once are one intent and one payment', async () => {
  const order_id = newId()
  const payments = await Promise.all(Array.from({ length: 20 }, () => shop.pay(order_id)))
  expect(new Set(payments.map(({ id }) => id)).size).toBe(1)
  expect(shop.stripe.intentOf(order_id).amount).toBe(4_240)
})

test('a confirmation whose answer is lost charges once', async () => {
  const { id, order_id } = await shop.pay()
  shop.stripe.fail('lost', /confirm/)
  expect((await shop.confirm(id)).status).toBe('captured')
  expect(
    shop.stripe.asked.filter(({ path }) => path.includes(shop.stripe.intentOf(order_id).id)),
  ).toHaveLength(2)
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('a refund whose answers are lost stays pending, and is made once', async () => {
  const { order_id } = await shop.paid()
  for (let i = 0; i < 2; i += 1) shop.stripe.fail('lost', /POST \/v1\/refunds/)
  await expect(shop.refund(order_id)).rejects.toMatchObject(unavailable)
  expect((await shop.books(order_id)).refunds).toMatchObject([{ status: 'pending' }])
  shop.stripe.forgetKeys()
  await shop.finishRefunds()
  const { id } = shop.stripe.intentOf(order_id)
  expect(shop.stripe.refunds.filter(({ payment_intent }) => payment_intent === id)).toHaveLength(1)
  expect(await shop.status(order_id)).toBe('refunded')
})

test('another amount, currency or payment in an answer is not taken', async () => {
  for (const change of [{ amount: 1 }, { currency: 'eur' }, { id: 'no' }, { object: 'charge' }]) {
    shop.stripe.fail(changed(change), /POST/)
    await expect(shop.pay(), JSON.stringify(change)).rejects.toMatchObject({ code: 'INTERNAL' })
  }
  const { order_id } = await shop.pay()
  shop.stripe.fail(changed({ id: 'pi_another', status: 'succeeded', amount_received: 4_240 }), /GET/)
  await expect(shop.sync(order_id)).rejects.toMatchObject({ code: 'INTERNAL' })
  for (const change of [{ amount_received: 4_239 }, { amount_received: 4_240, currency: 'eur' }]) {
    shop.stripe.fail(changed({ status: 'succeeded', ...change }), /GET/)
    expect((await shop.sync(order_id))?.status).toBe('pending')
  }
  expect(await shop.types(order_id)).toEqual([])
  const { id } = (await shop.books(order_id)).payment ?? { id: '' }
  expect((await shop.audits(id)).map(({ action }) => action)).toEqual([
    'payments.mismatch-refused',
    'payments.mismatch-refused',
  ])
})

test('a redirect to anything but https is not followed', async () => {
  const { id } = await shop.pay()
  const next_action = { type: 'redirect_to_url', redirect_to_url: { url: 'javascript:alert(1)' } }
  shop.stripe.fail(changed({ status: 'requires_action', next_action }), /confirm/)
  await expect(shop.confirm(id)).rejects.toMatchObject({ code: 'INTERNAL' })
})

test.each([500, 503, 409, 429])('%i is asked again, and answered', async (status) => {
  shop.stripe.fail({ status, body: {} })
  expect((await shop.pay()).status).toBe('pending')
})

test.each([
  ['no JSON', { raw: '<html>' }],
  ['more than anybody would say', { raw: ' '.repeat(5_000_000) }],
])('unavailable: %s', async (_what, fault) => {
  shop.stripe.fail(fault)
  shop.stripe.fail(fault)
  await expect(shop.pay()).rejects.toMatchObject(unavailable)
})

test('a key that Stripe does not accept is not tried twice', async () => {
  shop.stripe.fail({ status: 401, body: { error: { type: 'invalid_request_error' } } })
  await expect(shop.pay()).rejects.toMatchObject(unavailable)
})

test('what Stripe cannot take is not offered: an amount too small, a currency that it counts otherwise', async () => {
  const refused = { code: 'PAYMENTS_METHOD_NOT_OFFERED' }
  shop.stripe.fail({
    status: 400,
    body: { error: { type: 'invalid_request_error', code: 'amount_too_small' } },
  })
  await expect(shop.pay(newId(), 1)).rejects.toMatchObject(refused)
  const open = shop.open(newId(), 4_241, { provider: 'stripe', currency: 'KWD' })
  await expect(open).rejects.toMatchObject(refused)
})
