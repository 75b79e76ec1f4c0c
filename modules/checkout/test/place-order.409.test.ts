import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guest, homeAddress, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

test.each([
  ['CHECKOUT_EMPTY', () => ({})],
  ['CHECKOUT_ARTICLE_UNKNOWN', () => ({ items: [{ variant_id: newId(), quantity: 1 }] })],
  ['CHECKOUT_OUT_OF_STOCK', () => ({ items: [{ variant_id: shop.article({ available: 1 }), quantity: 2 }] })],
  [
    'CHECKOUT_NOT_DELIVERED_THERE',
    () => ({
      items: [{ variant_id: shop.article(), quantity: 1 }],
      shipping_address: { ...homeAddress, country: 'AQ' },
    }),
  ],
  [
    'CHECKOUT_COUPON_REFUSED',
    () => ({ items: [{ variant_id: shop.article(), quantity: 1 }], coupon: 'NEVER' }),
  ],
  [
    'CHECKOUT_COUPON_REFUSED',
    () => {
      shop.book.coupons.set('GONE', { percent: 10, uses: 1, maxUses: 1 })
      return { items: [{ variant_id: shop.article(), quantity: 1 }], coupon: 'GONE' }
    },
  ],
  [
    'CHECKOUT_GIFT_CARD_SPENT',
    () => ({ items: [{ variant_id: shop.article(), quantity: 1 }], gift_card: 'NO-SUCH-CARD' }),
  ],
  [
    'CHECKOUT_PRICE_CHANGED',
    () => ({ items: [{ variant_id: shop.article(), quantity: 1 }], expected_total: '19.89' }),
  ],
  [
    'CHECKOUT_PRICE_CHANGED',
    () => ({
      items: [{ variant_id: shop.article(), quantity: 1 }],
      expected_total: { amount: '19.90', currency: 'EUR' },
    }),
  ],
])('%s leaves nothing behind', async (code, input) => {
  await expect(shop.place(guest(), input())).rejects.toMatchObject({ code, status: 409 })
  expect(await shop.processes()).toEqual([])
  expect(shop.reservations.size + shop.payments.size + shop.orders.size).toBe(0)
})

test('what is missing is named', async () => {
  const [few, none] = [shop.article({ available: 1 }), shop.article({ available: 0 })]
  const items = [few, none].map((variant_id) => ({ variant_id, quantity: 2 }))
  await expect(shop.place(guest(), { items })).rejects.toMatchObject({
    errors: [
      { path: `items.${few}`, message: 'Only 1 of Shirt left.' },
      { path: `items.${none}`, message: 'Shirt is sold out.' },
    ],
  })
})

test('stock that went between the look and the grip: the key is free for another try', async () => {
  const variant_id = shop.article({ available: 1 })
  const [buyer, key] = [guest(), newId()]
  const items = [{ variant_id, quantity: 1 }]
  shop.watch.beforeCall = (name) => {
    if (name === 'inventory.reserveStock') shop.articles.get(variant_id)!.available = 0
  }
  await expect(shop.place(buyer, { items }, key)).rejects.toMatchObject({ code: 'CHECKOUT_OUT_OF_STOCK' })
  delete shop.watch.beforeCall
  expect(await shop.processes()).toEqual([])
  shop.articles.get(variant_id)!.available = 1
  expect((await shop.place(buyer, { items }, key)).status).toBe('pending_payment')
})

test('the key of an order that was given up is spent', async () => {
  const [buyer, key] = [guest(), newId()]
  const items = [{ variant_id: shop.article(), quantity: 1 }]
  const { id } = await shop.place(buyer, { items }, key)
  await shop.later(15 * 60)
  await expect(shop.place(buyer, { items }, key)).rejects.toMatchObject({
    code: 'CHECKOUT_FAILED',
    status: 409,
  })
  expect(await shop.ending(id)).toBe('abandoned cancelled cancelled released')
})

test('the last piece is sold once, whoever asks at once', async () => {
  const variant_id = shop.article({ available: 3 })
  const items = [{ variant_id, quantity: 1 }]
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => shop.place(guest(), { items })))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(3)
  for (const one of tries) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CHECKOUT_OUT_OF_STOCK' })
  }
})
