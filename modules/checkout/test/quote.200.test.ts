import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

test('a quote adds up with the cheapest delivery, and keeps and holds nothing', async () => {
  const [shirt, cap] = [shop.article(), shop.article({ price_minor: 750 })]
  const items = [
    { variant_id: shirt, quantity: 1 },
    { variant_id: cap, quantity: 2 },
    { variant_id: shirt, quantity: 1 },
  ]
  const quote = await shop.quote(guest(null), { items, country: 'GB' })
  expect(quote.items.map((item) => [item.variant_id, item.quantity, item.line_total.amount])).toEqual([
    [shirt, 2, '30.00'],
    [cap, 2, '15.00'],
  ])
  expect(quote).toMatchObject({
    subtotal: { amount: '45.00', currency: 'USD' },
    shipping_method: 'standard',
    shipping_total: { amount: '4.90' },
    total: { amount: '49.90' },
    payment_methods: [{ code: 'sandbox' }],
  })
  expect(quote.shipping_options.map((option) => option.price.amount)).toEqual(['4.90', '12.90'])
  const express = await shop.quote(guest(null), { items, shipping_method: 'express' })
  expect(express.total.amount).toBe('57.90')
  expect(await shop.processes()).toEqual([])
  expect(await shop.events()).toEqual([])
  expect(shop.reservations.size + shop.payments.size + shop.orders.size).toBe(0)
})

test('what there is too little of is told, not refused', async () => {
  const [few, none] = [shop.article({ available: 1 }), shop.article({ available: 0 })]
  const items = [few, none].map((variant_id) => ({ variant_id, quantity: 2 }))
  const quote = await shop.quote(guest(), { items })
  expect(quote.items.map((item) => item.notes)).toEqual([['quantity_reduced'], ['out_of_stock']])
})

test('the caller’s own cart, and nobody else’s', async () => {
  const ada = customer()
  const cart_id = shop.cart(ada, [{ variant_id: shop.article(), quantity: 3 }])
  expect((await shop.quote(ada, {})).subtotal.amount).toBe('45.00')
  expect((await shop.quote(ada, { cart_id })).subtotal.amount).toBe('45.00')
  const notFound = { code: 'NOT_FOUND', status: 404 }
  await expect(shop.quote(customer(), { cart_id })).rejects.toMatchObject(notFound)
  await expect(shop.quote(guest(), { cart_id })).rejects.toMatchObject(notFound)
})

test('where nothing is delivered, there is a price but no way', async () => {
  const quote = await shop.quote(guest(), {
    items: [{ variant_id: shop.article(), quantity: 1 }],
    country: 'AQ',
  })
  expect(quote).toMatchObject({ shipping_options: [], shipping_method: null, total: { amount: '15.00' } })
})

test('refusals: nothing in it, unknown, retired, or not clear which', async () => {
  const product_id = newId()
  shop.article({ product_id })
  shop.article({ product_id })
  const quote = (item: object) => shop.quote(guest(), { items: [{ quantity: 1, ...item }] })
  await expect(shop.quote(guest(), {})).rejects.toMatchObject({ code: 'CHECKOUT_EMPTY', status: 409 })
  await expect(quote({ variant_id: newId() })).rejects.toMatchObject({ code: 'CHECKOUT_ARTICLE_UNKNOWN' })
  const retired = shop.article({ sellable: false })
  await expect(quote({ variant_id: retired })).rejects.toMatchObject({
    code: 'CHECKOUT_ARTICLE_UNKNOWN',
    errors: [{ path: 'items.0', message: 'This article is not sold any more.' }],
  })
  await expect(quote({ product_id })).rejects.toMatchObject({ code: 'CHECKOUT_VARIANT_NEEDED', status: 400 })
  await expect(quote({ product_id, variant_id: retired })).rejects.toMatchObject({ status: 400 })
  await expect(quote({})).rejects.toMatchObject({ status: 400 })
})

test('what may be ordered beyond what is there is quoted as shipping later, and sold', async () => {
  const variant_id = shop.article({ available: 1, later: 2 })
  const items = [{ variant_id, quantity: 3 }]
  const quote = await shop.quote(guest(), { items })
  expect(quote.items.map((item) => item.notes)).toEqual([['ships_later']])
  const placed = await shop.place(guest(), { items })
  expect(placed).toMatchObject({ items: [{ variant_id, quantity: 3, ships_later: true }] })
  const here = shop.article({ available: 3 })
  const other = await shop.place(guest(), { items: [{ variant_id: here, quantity: 3 }] })
  expect(other.items[0]).not.toHaveProperty('ships_later')
})
