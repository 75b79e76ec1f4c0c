import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRazorpayShop } from './provider-scene.ts'
import { CAPTURED } from './scene.ts'

let shop: Awaited<ReturnType<typeof openRazorpayShop>>
beforeAll(async () => {
  shop = await openRazorpayShop()
})
afterAll(() => shop.done())

const received = { received: true }
const refused = { code: 'PAYMENTS_BAD_SIGNATURE', status: 400 }

/** An open payment, and the capture that Razorpay would tell of. */
async function openAndCapturedThere() {
  const { id, order_id } = await shop.pay()
  const attempt = { ...shop.attempt(order_id, 'failed'), status: 'captured' }
  return { id, order_id, attempt }
}

test('one message in thirty deliveries, and five messages of one thing, are one capture', async () => {
  const { order_id, attempt } = await openAndCapturedThere()
  const body = shop.razorpay.message('payment.captured', attempt)
  const signature = shop.razorpay.sign(body)
  const deliveries = Array.from({ length: 30 }, (_, index) =>
    // The id in the header is not signed: whatever it says, the message is the same.
    shop.news(body, { 'x-razorpay-signature': signature, 'x-razorpay-event-id': `evt_${String(index)}` }),
  )
  expect(await Promise.all(deliveries)).toEqual(deliveries.map(() => received))
  for (const event of ['order.paid', 'payment.captured', 'order.paid']) await shop.tell(event, attempt)
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('messages in the wrong order: captured, then authorised, then failed', async () => {
  const { order_id, attempt } = await openAndCapturedThere()
  await shop.tell('order.paid', attempt)
  await shop.tell('payment.authorized', { ...attempt, status: 'authorized' })
  await shop.tell('payment.failed', { ...attempt, status: 'failed' })
  expect(await shop.status(order_id)).toBe('captured')
  expect(await shop.types(order_id)).toEqual([CAPTURED])
})

test('BP-02: forged webhooks', async () => {
  const { order_id, attempt } = await openAndCapturedThere()
  const body = shop.razorpay.message('payment.captured', attempt)
  const good = shop.razorpay.sign(body)
  const one = good.startsWith('0') ? `1${good.slice(1)}` : `0${good.slice(1)}`
  for (const signature of [
    '',
    one,
    good.toUpperCase(),
    shop.razorpay.sign(body, 'another secret'),
    `${good}0`,
  ])
    await expect(shop.news(body, { 'x-razorpay-signature': signature })).rejects.toMatchObject(refused)
  await expect(shop.news(body, {})).rejects.toMatchObject(refused)
  const spaced = JSON.stringify(JSON.parse(body), null, 1)
  await expect(shop.news(spaced, { 'x-razorpay-signature': good })).rejects.toMatchObject(refused)
  expect(await shop.status(order_id)).toBe('pending')
})

test('BP-37: forged checkout signatures, and those of another order', async () => {
  const { order_id } = await shop.pay()
  const proof = shop.razorpay.proof(shop.attempt(order_id, 'authorized'))
  const other = await shop.pay()
  const wrong = [
    { ...proof, razorpay_signature: '0'.repeat(64) },
    { ...proof, razorpay_payment_id: 'pay_another' },
    { ...proof, razorpay_order_id: shop.razorpay.orderOf(other.order_id).id },
    shop.razorpay.proof(shop.attempt(order_id, 'failed'), 'another secret'),
  ]
  for (const one of wrong) await expect(shop.verify(one)).rejects.toMatchObject(refused)
  expect([await shop.status(order_id), await shop.status(other.order_id)]).toEqual(['pending', 'pending'])
})

test('a right signature of an attempt that failed pays nothing', async () => {
  const { order_id } = await shop.pay()
  const proof = shop.razorpay.proof(shop.attempt(order_id, 'failed'))
  expect((await shop.verify(proof)).status).toBe('pending')
})

test('an old message, one of tomorrow, one for another account, one of another form', async () => {
  const { order_id, attempt } = await openAndCapturedThere()
  const now = Math.floor(Date.now() / 1000)
  const days = (count: number) => now + count * 86_400
  for (const change of [
    { created_at: days(-3) },
    { created_at: days(1) },
    { account_id: 'acc_2' },
    { payload: {} },
  ])
    await expect(shop.tell('payment.captured', attempt, change)).rejects.toMatchObject(refused)
  for (const body of ['', '{}', '[]', 'null', '{"id":'])
    await expect(shop.news(body, { 'x-razorpay-signature': shop.razorpay.sign(body) })).rejects.toMatchObject(
      refused,
    )
  expect(await shop.status(order_id)).toBe('pending')
  // Deliveries that failed are tried again for a day.
  expect(await shop.tell('payment.captured', attempt, { created_at: days(-1) })).toEqual(received)
  expect(await shop.status(order_id)).toBe('captured')
})

test('another amount or currency changes nothing and is audited; other news is taken in and forgotten', async () => {
  const { id, order_id, attempt } = await openAndCapturedThere()
  for (const change of [{ amount: 4_239 }, { currency: 'USD' }])
    expect(await shop.tell('payment.captured', { ...attempt, ...change })).toEqual(received)
  expect((await shop.audits(id)).map(({ action }) => action)).toEqual([
    'payments.mismatch-refused',
    'payments.mismatch-refused',
  ])
  const before = await shop.events()
  await shop.tell('refund.processed', attempt)
  await shop.tell('payment.captured', { ...attempt, order_id: 'order_of_somebody_else' })
  await shop.tell('payment.captured', { ...attempt, order_id: null as never })
  expect(await shop.events()).toEqual(before)
  expect(await shop.status(order_id)).toBe('pending')
})
