import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

test('an order at the catalogue’s price, its stock held, its payment open', async () => {
  const variant_id = shop.article()
  const buyer = guest()
  const order = await shop.place(buyer, {
    items: [
      { variant_id, quantity: 2 },
      { variant_id, quantity: 1 },
    ],
    shipping_method: 'express',
    expected_total: '57.90',
    note: 'Ring twice.',
  })
  expect(order).toMatchObject({
    status: 'pending_payment',
    email: 'ada@example.com',
    note: 'Ring twice.',
    shipping_method: { code: 'express', name: 'Express' },
    total: { amount: '57.90', currency: 'USD' },
  })
  expect(order.items).toMatchObject([{ variant_id, quantity: 3, line_total: { amount: '45.00' } }])
  expect(shop.articles.get(variant_id)?.available).toBe(7)
  expect(shop.payments.get(order.id)).toMatchObject({ status: 'pending', amount_minor: 5_790 })
  expect(await shop.ending(order.id)).toBe('open pending_payment pending held')
})

test('a cart is ordered, and stays until it is paid', async () => {
  const buyer = customer()
  shop.emails.set(buyer.id, 'account@example.com')
  const variant_id = shop.article()
  const cart_id = shop.cart(buyer, [{ variant_id, quantity: 2 }])
  const order = await shop.place(buyer, { email: undefined })
  expect(order.email).toBe('account@example.com')
  expect(shop.carts.get(cart_id)?.lines).toEqual([{ variant_id, quantity: 2 }])
  // Put in while paying: it is not part of the order and stays.
  shop.carts.get(cart_id)!.lines[0]!.quantity = 5
  shop.bank(order.id, 'captured')
  await shop.complete(buyer, order.id)
  expect(shop.carts.get(cart_id)?.lines).toEqual([{ variant_id, quantity: 3 }])
})

test('the same key again is the same order, also when all come at once', async () => {
  const variant_id = shop.article()
  const [buyer, key] = [guest(), newId()]
  const items = [{ variant_id, quantity: 1 }]
  const all = await Promise.all(Array.from({ length: 20 }, () => shop.place(buyer, { items }, key)))
  all.push(await shop.place(buyer, { items }, key))
  expect(new Set(all.map((order) => order.id)).size).toBe(1)
  expect(shop.articles.get(variant_id)?.available).toBe(9)
})

test('the key of one request does not open what another asked for', async () => {
  const key = newId()
  const items = [{ variant_id: shop.article(), quantity: 1 }]
  const first = await shop.place(guest(), { items, email: 'ada@example.com' }, key)
  const second = await shop.place(guest(), { items, email: 'eve@example.com' }, key)
  expect(second.id).not.toBe(first.id)
  expect(second.email).toBe('eve@example.com')
})

test('prices that change between two tries with one key do not change the order', async () => {
  const variant_id = shop.article()
  const [buyer, key] = [guest(), newId()]
  const items = [{ variant_id, quantity: 1 }]
  const first = await shop.place(buyer, { items }, key)
  shop.articles.get(variant_id)!.price_minor = 1
  expect((await shop.place(buyer, { items }, key)).total).toEqual(first.total)
})
