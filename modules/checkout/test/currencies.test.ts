import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

const dear = () => shop.article({ price_minor: 1_500, prices: { JPY: 2_000, KWD: 4_500 } })

test.each([
  ['JPY', '4490', '4000', '490'],
  ['KWD', '9.490', '9.000', '0.490'],
])('a cart in %s is quoted, ordered and paid in it', async (currency, total, subtotal, shipping) => {
  const who = guest()
  const cart_id = shop.cart(who, [{ variant_id: dear(), quantity: 2 }], currency)
  const quote = await shop.quote(who, { cart_id, country: 'GB' })
  expect(quote).toMatchObject({
    subtotal: { amount: subtotal, currency },
    shipping_total: { amount: shipping, currency },
    total: { amount: total, currency },
  })
  const order = await shop.place(who, { cart_id, expected_total: quote.total, currency })
  expect(order.total).toEqual({ amount: total, currency })
  expect(shop.payments.get(order.id)).toMatchObject({ currency })
})

test('named items are priced in the currency that is named, else in the shop’s own', async () => {
  const items = [{ variant_id: dear(), quantity: 1 }]
  expect((await shop.quote(guest(), { items, currency: 'JPY' })).subtotal).toEqual({
    amount: '2000',
    currency: 'JPY',
  })
  expect((await shop.place(guest(), { items })).total).toEqual({ amount: '19.90', currency: 'USD' })
  await expect(shop.quote(guest(), { items, currency: 'EUR' })).rejects.toMatchObject({
    code: 'CHECKOUT_CURRENCY_UNKNOWN',
    status: 400,
  })
})

test('what has no price in the currency is named, and nothing is ordered', async () => {
  const before = shop.orders.size
  const items = [dear(), shop.article()].map((variant_id) => ({ variant_id, quantity: 1 }))
  for (const attempt of [
    () => shop.quote(guest(), { items, currency: 'JPY' }),
    () => shop.place(guest(), { items, currency: 'JPY' }),
  ])
    await expect(attempt()).rejects.toMatchObject({
      code: 'CHECKOUT_NOT_IN_CURRENCY',
      status: 409,
      errors: [{ path: 'items.1', message: 'Shirt is not sold in JPY.' }],
    })
  expect(shop.orders.size).toBe(before)
})

test('a cart whose currency changed after it was shown is not ordered', async () => {
  const who = customer()
  shop.emails.set(who.id, 'ada@example.com')
  const variant_id = shop.article({ price_minor: 2_000, prices: { JPY: 2_000 } })
  const cart_id = shop.cart(who, [{ variant_id, quantity: 1 }], 'USD')
  const { total } = await shop.quote(who, { cart_id, country: 'GB' })
  shop.carts.get(cart_id)!.currency = 'JPY'
  // 24.90 dollars are not 2490 yen, and a bare number is in the shop's own currency.
  for (const [input, code] of [
    [{ expected_total: total }, 'CHECKOUT_PRICE_CHANGED'],
    [{ expected_total: '2490' }, 'CHECKOUT_PRICE_CHANGED'],
    [{ expected_total: '24.90' }, 'CHECKOUT_PRICE_CHANGED'],
    [{ currency: 'USD' }, 'CHECKOUT_CURRENCY_CHANGED'],
  ] as const)
    await expect(shop.place(who, { cart_id, ...input })).rejects.toMatchObject({ code, status: 409 })
  expect(shop.payments.size).toBe(shop.orders.size)
})

test('a price that changed after it was shown is told in its own currency', async () => {
  const who = guest()
  const variant_id = dear()
  const cart_id = shop.cart(who, [{ variant_id, quantity: 1 }], 'JPY')
  const { total } = await shop.quote(who, { cart_id, country: 'GB' })
  shop.articles.get(variant_id)!.prices!['JPY'] = 2_100
  await expect(shop.place(who, { cart_id, expected_total: total })).rejects.toMatchObject({
    code: 'CHECKOUT_PRICE_CHANGED',
  })
})

test('an order that was placed keeps its currency, whatever happens to the cart', async () => {
  const who = guest()
  const [variant_id, key] = [dear(), newId()]
  const cart_id = shop.cart(who, [{ variant_id, quantity: 1 }], 'JPY')
  const order = await shop.place(who, { cart_id }, key)
  shop.carts.get(cart_id)!.currency = 'KWD'
  expect((await shop.place(who, { cart_id }, key)).total).toEqual(order.total)
  expect(order.total).toEqual({ amount: '2490', currency: 'JPY' })
})
