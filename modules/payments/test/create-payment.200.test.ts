import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBalanced, openPayments, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => closeBalanced(shop))

test('a payment waits and tells the browser where to go', async () => {
  const order_id = newId()
  const payment = await shop.open(order_id)
  expect(payment).toMatchObject({ order_id, status: 'pending', amount_minor: 4_240, currency: 'USD' })
  expect(payment.next_action).toEqual({
    type: 'redirect',
    url: `${shop.settings.public_url}/pay/sandbox/${payment.id}`,
  })
  expect(await shop.bankPage(payment.id)).toMatchObject({
    status: 'open',
    order_id,
    amount: { amount: '42.40' },
  })
})

test('one payment an order, however many ask for it at once', async () => {
  const order_id = newId()
  const opened = await Promise.all(Array.from({ length: 20 }, () => shop.open(order_id)))
  expect(new Set(opened.map((payment) => payment.id)).size).toBe(1)
  expect((await shop.open(order_id, 1)).amount_minor).toBe(4_240)
})

test('nobody but the checkout process opens, asks about or closes payments', async () => {
  const { order_id } = await shop.open()
  for (const operation of ['createPayment', 'syncPayment', 'cancelPayment', 'refundCancelledOrder']) {
    for (const caller of ['edge', 'orders', 'server']) {
      const call = shop.call(operation, { order_id }, { principal: staff(['*:*']), caller })
      await expect(call, `${caller} ${operation}`).rejects.toMatchObject({ status: 403 })
    }
  }
  expect((await shop.books(order_id)).payment?.status).toBe('pending')
})
