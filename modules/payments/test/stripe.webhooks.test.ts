import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStripeShop } from './provider-scene.ts'
import { CAPTURED } from './scene.ts'

let shop: Awaited<ReturnType<typeof openStripeShop>>
beforeAll(async () => {
  shop = await openStripeShop()
})
afterAll(() => shop.done())

const received = { received: true }
const refused = { code: 'PAYMENTS_BAD_SIGNATURE', status: 400 }
const SUCCEEDED = 'payment_intent.succeeded'

/** An open payment whose intent Stripe would tell to be paid. */
async function openAndPaidThere() {
  const { id, order_id } = await shop.pay()
  const intent = { ...shop.stripe.intentOf(order_id), status: 'succeeded', amount_received: 4_240 }
  return { id, order_id, intent }
}

test('one event in thirty deliveries, and five events of one thing, are one capture', async () => {
  const { order_id, intent } = await openAndPaidThere()
  const body = shop.stripe.event(SUCCEEDED, intent)
  const headers = { 'stripe-signature': shop.stripe.sign(body) }
  const answers = await Promise.all(Array.from({ length: 30 }, () => shop.news(body, headers)))
  expect(answers).toEqual(Array.from({ length: 30 }, () => received))
  shop.stripe.settle(shop.stripe.intentOf(order_id))
  await Promise.all(Array.from({ length: 5 }, () => shop.tell(SUCCEEDED, order_id)))
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('events in the wrong order: a capture stays one, whatever comes after it', async () => {
  const { order_id, intent } = await openAndPaidThere()
  for (const type of [
    SUCCEEDED,
    'payment_intent.payment_failed',
    'payment_intent.processing',
    'payment_intent.created',
  ]) {
    const body = shop.stripe.event(type, intent)
    await shop.news(body, { 'stripe-signature': shop.stripe.sign(body) })
  }
  await shop.tell('payment_intent.canceled', order_id, {
    data: { object: { ...intent, status: 'canceled' } },
  })
  expect(await shop.status(order_id)).toBe('captured')
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('forged: no signature, another secret, another scheme, another text', async () => {
  const { order_id, intent } = await openAndPaidThere()
  const body = shop.stripe.event(SUCCEEDED, intent)
  const good = shop.stripe.sign(body)
  const signatures = [
    '',
    shop.stripe.sign(body, new Date(), 'whsec_of_another'),
    shop.stripe.sign(`${body} `),
    good.replace('v1=', 'v0='),
    good.replace('t=', 'x='),
    `t=${'9'.repeat(20)},v1=00`,
    'v1='.repeat(1_000),
  ]
  for (const signature of signatures)
    await expect(shop.news(body, { 'stripe-signature': signature })).rejects.toMatchObject(refused)
  await expect(shop.news(body, {})).rejects.toMatchObject(refused)
  const spaced = JSON.stringify(JSON.parse(body), null, 1)
  await expect(shop.news(spaced, { 'stripe-signature': good })).rejects.toMatchObject(refused)
  expect(await shop.status(order_id)).toBe('pending')
})

test('an old timestamp, or one of tomorrow', async () => {
  const { intent } = await openAndPaidThere()
  const body = shop.stripe.event(SUCCEEDED, intent)
  for (const minutes of [-6, 6]) {
    const signature = shop.stripe.sign(body, new Date(Date.now() + minutes * 60_000))
    await expect(shop.news(body, { 'stripe-signature': signature })).rejects.toMatchObject(refused)
  }
})

test('while a secret is rolled, the older one counts too, and of several signatures any', async () => {
  const { order_id, intent } = await openAndPaidThere()
  const body = shop.stripe.event(SUCCEEDED, intent)
  const older = shop.stripe.sign(body, new Date(), 'whsec_older')
  await shop.news(body, { 'stripe-signature': older.replace('v1=', `v1=${'0'.repeat(64)},v1=`) })
  expect(await shop.status(order_id)).toBe('captured')
})

test('another amount or currency, the live mode, another form: no effect', async () => {
  const { id, order_id, intent } = await openAndPaidThere()
  for (const change of [{ amount_received: 4_239 }, { currency: 'eur' }]) {
    const body = shop.stripe.event(SUCCEEDED, { ...intent, ...change })
    expect(await shop.news(body, { 'stripe-signature': shop.stripe.sign(body) })).toEqual(received)
  }
  expect(await shop.audits(id)).toHaveLength(2)
  await expect(shop.tell(SUCCEEDED, order_id, { livemode: true })).rejects.toMatchObject(refused)
  await expect(shop.tell(SUCCEEDED, order_id, { data: { object: {} } })).rejects.toMatchObject(refused)
  for (const body of ['', '{}', '[]', 'null', '{"id":'])
    await expect(shop.news(body, { 'stripe-signature': shop.stripe.sign(body) })).rejects.toMatchObject(
      refused,
    )
  expect(await shop.status(order_id)).toBe('pending')
})

test('what is not about a payment of ours is taken in and forgotten', async () => {
  const { order_id, intent } = await openAndPaidThere()
  const before = await shop.events()
  expect(await shop.tell('charge.succeeded', order_id)).toEqual(received)
  const body = shop.stripe.event(SUCCEEDED, {
    ...intent,
    id: 'pi_of_somebody_else',
    metadata: { order_id: newId() },
  })
  expect(await shop.news(body, { 'stripe-signature': shop.stripe.sign(body) })).toEqual(received)
  expect(await shop.events()).toEqual(before)
})
