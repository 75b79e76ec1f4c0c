import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listIntents } from '../stripe/list-intents.ts'
import { stripeApi } from '../stripe/stripe-api.ts'
import { openStripeShop } from './provider-scene.ts'
import { CAPTURED, FAILED, REFUNDED } from './scene.ts'

let shop: Awaited<ReturnType<typeof openStripeShop>>
beforeAll(async () => {
  shop = await openStripeShop()
})
afterAll(() => shop.done())

test('it is offered beside the sandbox', async () => {
  const { methods } = (await shop.call('listMethods', {}, { caller: 'checkout' })) as {
    methods: { code: string }[]
  }
  expect(methods.map(({ code }) => code)).toEqual(['sandbox', 'stripe'])
})

test('an order is paid: intent, form, capture, one effect', async () => {
  const order_id = newId()
  const payment = await shop.pay(order_id)
  const intent = shop.stripe.intentOf(order_id)
  expect(intent).toMatchObject({ amount: 4_240, currency: 'usd', metadata: { order_id } })
  expect(payment.next_action).toEqual({
    type: 'redirect',
    url: `${shop.settings.public_url}/pay/stripe/${order_id}`,
    form: { provider: 'stripe', publishable_key: 'pk_test_1', amount: 4_240, currency: 'usd' },
  })
  const paid = { payment_id: payment.id, status: 'captured', next_action: null, declined: false }
  expect(await shop.confirm(payment.id)).toEqual(paid)
  await shop.tell('payment_intent.succeeded', order_id)
  expect(await shop.confirm(payment.id, 'ctoken_again')).toEqual(paid)
  expect(await shop.types(order_id)).toEqual([CAPTURED])
  expect((await shop.books(order_id)).ledger).toHaveLength(2)
})

test('3-D Secure is a redirect; who comes back is found paid', async () => {
  const { id, order_id } = await shop.pay()
  expect(await shop.confirm(id, 'ctoken_3ds')).toEqual({
    payment_id: id,
    status: 'pending',
    next_action: { type: 'redirect', url: 'https://hooks.stripe.example/3ds' },
    declined: false,
  })
  const form = new URLSearchParams(shop.stripe.asked.at(-1)?.body)
  expect(form.get('return_url')).toBe(`${shop.settings.public_url}/checkout/return?order_id=${order_id}`)
  expect((await shop.sync(order_id))?.status).toBe('pending')
  shop.stripe.settle(shop.stripe.intentOf(order_id))
  expect((await shop.sync(order_id))?.status).toBe('captured')
})

test('3-D Secure that is abandoned stays open until the shop closes it, and is not paid any more', async () => {
  const { id, order_id } = await shop.pay()
  await shop.confirm(id, 'ctoken_3ds')
  expect((await shop.cancel(order_id))?.status).toBe('cancelled')
  expect(shop.stripe.intentOf(order_id).status).toBe('canceled')
  expect((await shop.confirm(id)).status).toBe('cancelled')
  await shop.tell('payment_intent.canceled', order_id)
  expect(await shop.types(order_id)).toEqual([FAILED])
})

test('a card that is refused leaves the payment open for another one', async () => {
  const { id, order_id } = await shop.pay()
  expect(await shop.confirm(id, 'ctoken_declined')).toMatchObject({ status: 'pending', declined: true })
  await shop.tell('payment_intent.payment_failed', order_id)
  expect(await shop.status(order_id)).toBe('pending')
  expect(await shop.confirm(id)).toMatchObject({ status: 'captured', declined: false })
})

test('what was only authorised is captured when Stripe tells it', async () => {
  const { order_id } = await shop.pay()
  const intent = shop.stripe.intentOf(order_id)
  intent.status = 'requires_capture'
  await shop.tell('payment_intent.amount_capturable_updated', order_id)
  expect([intent.status, await shop.status(order_id)]).toEqual(['succeeded', 'captured'])
})

test('one that was paid at the last moment cannot be closed', async () => {
  const { order_id } = await shop.pay()
  shop.stripe.settle(shop.stripe.intentOf(order_id))
  expect((await shop.cancel(order_id))?.status).toBe('captured')
})

test('refunds: a part, the rest, and no more', async () => {
  const { order_id } = await shop.paid()
  const key = newId()
  const [first, again] = [
    await shop.refund(order_id, { amount: '12.40' }, key),
    await shop.refund(order_id, { amount: '12.40' }, key),
  ]
  expect(again.id).toBe(first.id)
  await shop.refund(order_id)
  const ours = shop.stripe.refunds.filter(
    ({ payment_intent }) => payment_intent === shop.stripe.intentOf(order_id).id,
  )
  expect(ours.map(({ amount }) => amount)).toEqual([1_240, 3_000])
  expect(await shop.status(order_id)).toBe('refunded')
})

test('a refund that waits at the bank is asked about until it is decided, also after keys are forgotten', async () => {
  const { order_id } = await shop.paid()
  shop.stripe.refundsBecome('pending')
  expect((await shop.refund(order_id)).status).toBe('pending')
  shop.stripe.refundsBecome('succeeded')
  shop.stripe.forgetKeys()
  await shop.finishRefunds()
  const mine = shop.stripe.refunds.filter(
    ({ payment_intent }) => payment_intent === shop.stripe.intentOf(order_id).id,
  )
  expect(mine).toHaveLength(1)
  expect((await shop.books(order_id)).refunds[0]?.status).toBe('pending')
  for (const refund of mine) refund.status = 'succeeded'
  await shop.finishRefunds()
  expect((await shop.books(order_id)).refunds[0]?.status).toBe('succeeded')
  expect((await shop.types(order_id)).filter((type) => type === REFUNDED)).toHaveLength(1)
})

test('a refund that Stripe refuses is given back', async () => {
  const { order_id } = await shop.paid()
  shop.stripe.intentOf(order_id).amount_received = 0
  expect((await shop.refund(order_id)).status).toBe('failed')
  expect(await shop.status(order_id)).toBe('captured')
})

test('all payments of a period are listed, over as many pages as there are', async () => {
  const log = { warn: () => undefined } as never
  const list = listIntents(
    stripeApi({ log, clock: () => new Date() }, () => Promise.resolve(shop.stripe.keys)),
  )
  const hour = 3_600_000
  const found: string[] = []
  for await (const { reference } of list(
    backgroundContext(newId()),
    new Date(Date.now() - hour),
    new Date(Date.now() + hour),
  ))
    found.push(reference)
  expect(found.toSorted()).toEqual([...shop.stripe.intents.keys()].toSorted())
  expect(found.length).toBeGreaterThan(4)
})
