import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStripeShop } from './provider-scene.ts'

let shop: Awaited<ReturnType<typeof openStripeShop>>
beforeAll(async () => {
  shop = await openStripeShop()
})
afterAll(() => shop.done())

const notThere = { code: 'NOT_FOUND', status: 404 }

test('payments that are not there, or at another provider, are all one', async () => {
  const elsewhere = await shop.open()
  const asked = shop.stripe.asked.length
  await expect(shop.confirm(newId())).rejects.toMatchObject(notThere)
  await expect(shop.confirm(elsewhere.id)).rejects.toMatchObject(notThere)
  const proof = {
    razorpay_order_id: 'order_1',
    razorpay_payment_id: 'pay_1',
    razorpay_signature: '0'.repeat(64),
  }
  await expect(shop.call('verifyRazorpayPayment', proof)).rejects.toMatchObject(notThere)
  expect(shop.stripe.asked.length).toBe(asked)
})

test('400: what the form did not make is not sent to Stripe', async () => {
  const { id } = await shop.pay()
  const asked = shop.stripe.asked.length
  for (const token of ['pm_card_visa', 'ctoken_', 'ctoken_a/../b', 'ctoken_a&amount=1'])
    await expect(shop.confirm(id, token)).rejects.toMatchObject({ code: 'PAYMENTS_BAD_TOKEN', status: 400 })
  for (const token of ['', 'x'.repeat(251)])
    await expect(shop.confirm(id, token)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  expect(shop.stripe.asked.length).toBe(asked)
})
