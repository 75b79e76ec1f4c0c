import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBalanced, guest, openPayments, staff } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => closeBalanced(shop))

const tooLarge = { code: 'PAYMENTS_REFUND_TOO_LARGE', status: 409 }
const nothing = { code: 'PAYMENTS_NOTHING_TO_REFUND', status: 409 }
const badAmount = { code: 'PAYMENTS_BAD_AMOUNT', status: 400 }

test('more than was captured, or than is left', async () => {
  const { order_id } = await shop.captured()
  await expect(shop.refund(order_id, { amount: '42.41' })).rejects.toMatchObject(tooLarge)
  await shop.refund(order_id, { amount: '42.00' })
  const before = await shop.events()
  await expect(shop.refund(order_id, { amount: '0.41' })).rejects.toMatchObject(tooLarge)
  expect(await shop.events()).toEqual(before)
})

test('nothing was captured, or all is paid back', async () => {
  const pending = await shop.open()
  const failed = await shop.open()
  await shop.decline(failed.id)
  await shop.sync(failed.order_id)
  const done = await shop.captured()
  await shop.refund(done.order_id)
  const before = await shop.events()
  for (const { order_id } of [pending, failed, done]) {
    await expect(shop.refund(order_id)).rejects.toMatchObject(nothing)
    await expect(shop.refund(order_id, { amount: '0.01' })).rejects.toMatchObject(nothing)
  }
  expect(await shop.events()).toEqual(before)
})

test.each([0, '0.00', '1.001', { amount: '1.00', currency: 'EUR' }])(
  '400: an amount of %j',
  async (amount) => {
    const { order_id } = await shop.captured()
    await expect(shop.refund(order_id, { amount })).rejects.toMatchObject(badAmount)
  },
)

test.each([-1, '-1.00', '1e3', 'NaN', 1e21, [], { amount: 1 }, null])(
  '400: %j is no amount',
  async (amount) => {
    const { order_id } = await shop.captured()
    await expect(shop.refund(order_id, { amount })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  },
)

test('401, 403, 404, and 400 without a key', async () => {
  const { order_id } = await shop.captured()
  const customer = { kind: 'customer', id: newId(), session_id: newId(), guest_token: null } as const
  await expect(shop.refund(order_id, {}, newId(), guest)).rejects.toMatchObject({ status: 401 })
  await expect(shop.refund(order_id, {}, newId(), customer)).rejects.toMatchObject({ status: 403 })
  const reader = staff(['payments:read', 'orders:*'])
  await expect(shop.refund(order_id, {}, newId(), reader)).rejects.toMatchObject({ status: 403 })
  await expect(shop.refund(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const keyless = shop.call('refundOrder', { order_id }, { principal: staff() })
  await expect(keyless).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REQUIRED' })
  expect((await shop.books(order_id)).refunds).toEqual([])
})
