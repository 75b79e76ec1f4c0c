import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { customer, guest, homeAddress, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
let item: { variant_id: string; quantity: number }
beforeAll(async () => {
  shop = await openCheckout()
  item = { variant_id: shop.article({ available: 100_000 }), quantity: 1 }
})
afterAll(() => shop.close())

afterEach(async () => {
  expect(await shop.processes()).toEqual([])
  expect(shop.reservations.size + shop.payments.size + shop.orders.size).toBe(0)
})

test('without a key', async () => {
  const keyless = shop.place(guest(), { items: [item] }, null)
  await expect(keyless).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REQUIRED', status: 400 })
})

test('without an address to write to', async () => {
  const needed = { code: 'CHECKOUT_EMAIL_NEEDED', status: 400 }
  await expect(shop.place(guest(), { items: [item], email: undefined })).rejects.toMatchObject(needed)
  await expect(shop.place(customer(), { items: [item], email: undefined })).rejects.toMatchObject(needed)
})

test.each([
  { total: '0.01' },
  { unit_price: 1 },
  { items: [{ price: 1 }] },
  { items: [{ unit_price_minor: 1 }] },
  { customer_id: newId() },
  { status: 'paid' },
  { exchange_rate: 1 },
  { order_id: newId() },
])('with %j, which is not the buyer’s to say', async (more) => {
  const items = 'items' in more ? more.items.map((extra) => ({ ...item, ...extra })) : [item]
  await expect(shop.place(guest(), { ...more, items })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})

test.each([0, -1, 1.5, 10_000, '1', null, 1e21])('a quantity of %j', async (quantity) => {
  const items = [{ ...item, quantity }]
  await expect(shop.place(guest(), { items })).rejects.toMatchObject({ status: 400 })
})

test('more than 9,999 pieces, in however many lines', async () => {
  const items = Array.from({ length: 2 }, () => ({ ...item, quantity: 9_000 }))
  await expect(shop.place(guest(), { items })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    status: 400,
  })
  await expect(shop.quote(guest(), { items })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    status: 400,
  })
})

test('by a way of shipping or paying that there is not', async () => {
  const unknown = { code: 'CHECKOUT_SHIPPING_UNKNOWN', status: 400 }
  await expect(shop.place(guest(), { items: [item], shipping_method: 'drone' })).rejects.toMatchObject(
    unknown,
  )
  const barter = shop.place(guest(), { items: [item], payment_method: 'barter' })
  await expect(barter).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})

test.each([{ country: 'gb' }, { country: 'GBR' }, { street: '' }, { phone: 'call me' }, { is_admin: true }])(
  'to an address with %j',
  async (change) => {
    const placed = shop.place(guest(), { items: [item], shipping_address: { ...homeAddress, ...change } })
    await expect(placed).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  },
)
