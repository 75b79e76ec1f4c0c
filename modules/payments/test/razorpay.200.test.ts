import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOrders } from '../razorpay/list-orders.ts'
import { razorpayApi } from '../razorpay/razorpay-api.ts'
import { openRazorpayShop } from './provider-scene.ts'
import { CANCELLED_ORDER, CAPTURED, FAILED, REFUNDED } from './scene.ts'

let shop: Awaited<ReturnType<typeof openRazorpayShop>>
beforeAll(async () => {
  shop = await openRazorpayShop()
})
afterAll(() => shop.done())

test('an order is paid: order there, form, signature, capture, one effect', async () => {
  const order_id = newId()
  const payment = await shop.pay(order_id)
  const order = shop.razorpay.orderOf(order_id)
  expect(payment.next_action).toEqual({
    type: 'redirect',
    url: `${shop.settings.public_url}/pay/razorpay/${order_id}`,
    form: {
      provider: 'razorpay',
      key_id: 'rzp_test_1Canary77',
      order_id: order.id,
      amount: 4_240,
      currency: 'INR',
    },
  })
  const attempt = shop.attempt(order_id, 'authorized')
  const paid = { payment_id: payment.id, status: 'captured', next_action: null, declined: false }
  expect(await shop.verify(shop.razorpay.proof(attempt))).toEqual(paid)
  expect([attempt.status, order.status]).toEqual(['captured', 'paid'])
  expect(await shop.verify(shop.razorpay.proof(attempt))).toEqual(paid)
  await shop.tell('payment.captured', attempt)
  await shop.tell('order.paid', attempt)
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('BP-06: late authorisation on an open order is captured and counts once', async () => {
  const { order_id } = await shop.pay()
  const attempt = shop.attempt(order_id, 'failed')
  await shop.tell('payment.failed', attempt)
  expect((await shop.sync(order_id))?.status).toBe('pending')
  attempt.status = 'authorized'
  await shop.tell('payment.authorized', attempt)
  expect([attempt.status, await shop.status(order_id)]).toEqual(['captured', 'captured'])
  await shop.tell('payment.captured', attempt)
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('late authorisation on a payment that was given up is captured and paid back, once', async () => {
  const { order_id } = await shop.pay()
  expect((await shop.cancel(order_id))?.status).toBe('cancelled')
  const attempt = shop.attempt(order_id, 'authorized')
  await shop.tell('payment.authorized', attempt)
  await shop.deliver(CANCELLED_ORDER, { order_id, reason: 'cancelled', was_paid: false })
  await shop.deliver(CANCELLED_ORDER, { order_id, reason: 'cancelled', was_paid: false })
  expect(shop.razorpay.refunds.filter(({ payment_id }) => payment_id === attempt.id)).toHaveLength(1)
  expect(await shop.types(order_id)).toEqual([FAILED, CAPTURED, REFUNDED])
})

test('a webhook that never came: the lookup finds and captures', async () => {
  const { order_id } = await shop.pay()
  shop.attempt(order_id, 'failed')
  shop.attempt(order_id, 'authorized')
  expect((await shop.sync(order_id))?.status).toBe('captured')
})

test('one that was authorised at the last moment cannot be closed', async () => {
  const { order_id } = await shop.pay()
  shop.attempt(order_id, 'authorized')
  expect((await shop.cancel(order_id))?.status).toBe('captured')
})

test('refunds: a part, the rest, and no more; the same request is the same refund', async () => {
  const { order_id } = await shop.paid()
  const key = newId()
  const first = await shop.refund(order_id, { amount: '12.40' }, key)
  expect((await shop.refund(order_id, { amount: '12.40' }, key)).id).toBe(first.id)
  await shop.refund(order_id)
  const paid = shop.razorpay.attempts.find((one) => one.order_id === shop.razorpay.orderOf(order_id).id)
  const ours = shop.razorpay.refunds.filter(({ payment_id }) => payment_id === paid?.id)
  expect(ours.map(({ amount }) => amount)).toEqual([1_240, 3_000])
  expect(await shop.status(order_id)).toBe('refunded')
})

test('a refund that waits at the bank is asked about until it is decided', async () => {
  const { order_id } = await shop.paid()
  shop.razorpay.refundsBecome('pending')
  const { id, status } = await shop.refund(order_id)
  shop.razorpay.refundsBecome('processed')
  shop.razorpay.forgetKeys()
  await shop.finishRefunds()
  const mine = shop.razorpay.refunds.filter(({ receipt }) => receipt === id)
  expect([status, mine.length]).toEqual(['pending', 1])
  for (const refund of mine) refund.status = 'failed'
  await shop.finishRefunds()
  expect(await shop.status(order_id)).toBe('captured')
})

test('all orders of a period are listed, over as many pages as there are', async () => {
  for (let i = 0; i < 101; i += 1)
    shop.razorpay.orders.set(`order_${String(i)}`, {
      ...shop.razorpay.attempt({ id: 'order_x', amount: 1, currency: 'INR' } as never, 'failed'),
      id: `order_${String(i)}`,
      entity: 'order',
      amount_paid: 0,
      receipt: newId(),
      status: 'created',
      created_at: 0,
    })
  const log = { warn: () => undefined } as never
  const api = razorpayApi({ log, clock: () => new Date() }, () => Promise.resolve(shop.razorpay.keys))
  const found = new Map<string, string>()
  const [since, until] = [new Date(Date.now() - 3_600_000), new Date()]
  for await (const { reference, state } of listOrders(api)(backgroundContext(newId()), since, until))
    found.set(reference, state.status)
  expect([...found.keys()].toSorted()).toEqual([...shop.razorpay.orders.keys()].toSorted())
  expect(new Set(found.values())).toEqual(new Set(['open', 'captured']))
})
