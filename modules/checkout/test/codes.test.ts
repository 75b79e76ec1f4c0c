import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMPLETED, guest, openCheckout } from './scene.ts'

let shop: Awaited<ReturnType<typeof openCheckout>>
beforeAll(async () => {
  shop = await openCheckout()
})
afterAll(() => shop.close())

const oneOf = (variant_id: string) => [{ variant_id, quantity: 1 }]

test('a quote says what a coupon and a gift card do, and uses neither up', async () => {
  const codes = shop.codes()
  const quote = await shop.quote(guest(), { items: oneOf(shop.article()), ...codes.entered })
  expect(quote).toMatchObject({
    subtotal: { amount: '15.00' },
    discount_total: { amount: '1.50' },
    total: { amount: '18.40' },
    gift_card_total: { amount: '5.00' },
    to_pay: { amount: '13.40' },
    coupons: [{ code: codes.entered.coupon, applied: true }],
    gift_cards: [{ gift_card_id: codes.card, amount: { amount: '5.00' } }],
  })
  expect(codes.left()).toEqual({ uses: 0, balance: 500 })
})

test('the order costs what was quoted, and the payment is what gift cards leave', async () => {
  const codes = shop.codes()
  const wanted = { items: oneOf(shop.article()), ...codes.entered }
  const order = await shop.place(guest(), { ...wanted, expected_total: '18.40' })
  expect(order).toMatchObject({ total: { amount: '18.40' }, gift_card_total: { amount: '5.00' } })
  expect(shop.payments.get(order.id)?.amount_minor).toBe(1_340)
  expect(codes.left()).toEqual({ uses: 1, balance: 0 })
})

test('an order that a gift card covers whole is paid at once, without a payment page', async () => {
  const codes = shop.codes()
  shop.book.cards.get(codes.card)!.balance = 2_000
  const order = await shop.place(guest(), {
    items: oneOf(shop.article()),
    gift_card: codes.entered.gift_card,
  })
  expect(order.status).toBe('paid')
  expect(await shop.ending(order.id)).toBe(COMPLETED)
  expect(shop.payments.get(order.id)?.amount_minor).toBe(0)
  expect(codes.left().balance).toBe(10)
})

test('codes of the cart count, and with them the price that the buyer was shown', async () => {
  const [buyer, codes] = [guest(), shop.codes()]
  const cart = shop.carts.get(shop.cart(buyer, oneOf(shop.article())))!
  Object.assign(cart, { coupons: [codes.entered.coupon], gift_card_ids: [codes.card] })
  await expect(shop.place(buyer, { expected_total: '19.90' })).rejects.toMatchObject({
    code: 'CHECKOUT_PRICE_CHANGED',
  })
  expect((await shop.place(buyer, { expected_total: '18.40' })).total.amount).toBe('18.40')
})

test.each([
  ['CHECKOUT_COUPON_REFUSED', (coupon: string) => shop.book.coupons.get(coupon)!.uses++],
  ['CHECKOUT_GIFT_CARD_SPENT', (_coupon: string, card: string) => (shop.book.cards.get(card)!.balance = 499)],
])('%s: somebody was faster between price and order; the key is free again', async (code, spend) => {
  const [variant_id, buyer, key, codes] = [shop.article(), guest(), newId(), shop.codes()]
  const wanted = { items: oneOf(variant_id), ...codes.entered }
  const known = (await shop.processes()).length
  shop.watch.beforeCall = (name) => {
    if (name !== 'pricing.holdForOrder') return
    delete shop.watch.beforeCall
    spend(codes.entered.coupon, codes.card)
  }
  await expect(shop.place(buyer, wanted, key)).rejects.toMatchObject({ code, status: 409 })
  expect(await shop.processes()).toHaveLength(known)
  expect(shop.articles.get(variant_id)?.available).toBe(10)
  const again = await shop.place(buyer, { items: oneOf(variant_id) }, key)
  expect(again.status).toBe('pending_payment')
})

test('stock that went meanwhile gives coupon and gift card back', async () => {
  const [variant_id, codes] = [shop.article({ available: 1 }), shop.codes()]
  shop.watch.beforeCall = (name) => {
    if (name === 'inventory.reserveStock') shop.articles.get(variant_id)!.available = 0
  }
  const placing = shop.place(guest(), { items: oneOf(variant_id), ...codes.entered })
  await expect(placing).rejects.toMatchObject({ code: 'CHECKOUT_OUT_OF_STOCK' })
  delete shop.watch.beforeCall
  expect(codes.left()).toEqual({ uses: 0, balance: 500 })
})

// Caught without the answer of `settleCodes`: the order was paid by a card that had its money back.
test('captured after its gift card was given back: the order is undone and the payment paid back', async () => {
  const [buyer, codes] = [guest(), shop.codes()]
  const { id } = await shop.place(buyer, { items: oneOf(shop.article()), ...codes.entered })
  await shop.book.stub.releaseForOrder({ order_id: id })
  shop.bank(id, 'captured')
  await shop.complete(buyer, id)
  expect(await shop.ending(id)).toBe('abandoned cancelled refunded released')
  expect(codes.left()).toEqual({ uses: 0, balance: 500 })
})
