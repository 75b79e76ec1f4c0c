import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customer, guest, openCarts, type View } from './scene.ts'

let carts: Awaited<ReturnType<typeof openCarts>>
beforeAll(async () => {
  carts = await openCarts()
  carts.book.coupons.set('TEN', { percent: 10, refused: null })
  carts.book.coupons.set('LATER', { percent: 10, refused: 'minimum_not_reached' })
  carts.book.coupons.set('OVER', { percent: 10, refused: 'ended' })
})
afterAll(() => carts.close())

type Who = ReturnType<typeof guest> | ReturnType<typeof customer>
const enter = (who: Who, code: string): Promise<View> => carts.call('enterCode', { code }, { principal: who })
const remove = (who: Who, code: string): Promise<View> =>
  carts.call('removeCode', { code }, { principal: who })

function giftCard(balance = 500, currency = 'USD') {
  const [id, code] = [newId(), newId()]
  carts.book.cards.set(id, { code, balance, currency })
  return { id, code }
}

test('a coupon is taken off, line by line and in all, and says why; taken out, it is gone', async () => {
  const who = guest()
  await carts.add(who, carts.article(), 2)
  const view = await enter(who, 'ten')
  expect(view).toMatchObject({
    subtotal: { amount: '20.00' },
    discount_total: { amount: '2.00' },
    total: { amount: '18.00' },
    coupons: [{ code: 'TEN', applied: true, refused: null }],
    discounts: [{ name: 'Sale', coupon: 'TEN', amount: { amount: '2.00' } }],
    items: [{ line_total: { amount: '20.00' }, discount: { amount: '2.00' } }],
  })
  expect(view.items[0]?.discounts[0]?.explanation.code).toBe('percentage_off')
  expect(await enter(who, 'TEN')).toEqual(view)
  expect(await remove(who, 'TEN')).toMatchObject({ coupons: [], total: { amount: '20.00' } })
  await expect(remove(who, 'TEN')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a coupon that the cart does not earn yet is kept, and says what is missing', async () => {
  const who = guest()
  await carts.add(who, carts.article())
  expect(await enter(who, 'LATER')).toMatchObject({
    coupons: [{ code: 'LATER', applied: false, refused: 'minimum_not_reached' }],
    total: { amount: '10.00' },
  })
})

test('a gift card is named by its last signs and never by its code, in no view, row or audit entry', async () => {
  const [who, card] = [customer(), giftCard(500)]
  await carts.add(who, carts.article())
  const view = await enter(who, card.code)
  expect(view.gift_cards).toMatchObject([
    { gift_card_id: card.id, hint: 'CARD', amount: { amount: '5.00' }, balance: { amount: '5.00' } },
  ])
  // A gift card pays: it makes nothing cheaper.
  expect(view.total.amount).toBe('10.00')
  expect(JSON.stringify([view, await carts.audits()])).not.toContain(card.code)
  expect(await remove(who, card.id)).toMatchObject({ gift_cards: [] })
})

test.each([
  ['CART_CODE_UNKNOWN', 404, () => 'NO-SUCH-CODE'],
  ['CART_COUPON_OVER', 409, () => 'OVER'],
  ['CART_GIFT_CARD_SPENT', 409, () => giftCard(0).code],
  ['CART_GIFT_CARD_CURRENCY', 409, () => giftCard(500, 'EUR').code],
])('%s keeps nothing', async (code, status, typed) => {
  const who = guest()
  await carts.add(who, carts.article())
  await expect(enter(who, typed())).rejects.toMatchObject({ code, status })
  expect(await carts.get(who)).toMatchObject({ coupons: [], gift_cards: [] })
})

test('a cart takes ten codes', async () => {
  const who = guest()
  for (let count = 0; count < 10; count += 1) await enter(who, giftCard().code)
  await expect(enter(who, giftCard().code)).rejects.toMatchObject({ code: 'CART_TOO_MANY_CODES' })
})

test('what was entered before signing in comes along, once', async () => {
  const before = guest()
  const [shared, own] = [giftCard(), giftCard()]
  await enter(before, 'TEN')
  await enter(before, shared.code)
  const who = customer(before.guest_token)
  await enter(who, shared.code)
  await enter(who, own.code)
  const merged: View = await carts.call('mergeCart', {}, { principal: who })
  expect(merged.coupons.map(({ code }) => code)).toEqual(['TEN'])
  expect(merged.gift_cards.map(({ gift_card_id }) => gift_card_id)).toEqual([shared.id, own.id])
})

test('somebody else’s code is not there', async () => {
  const who = guest()
  await enter(who, 'TEN')
  await expect(remove(guest(), 'TEN')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await carts.get(who)).coupons).toHaveLength(1)
})

test('an order takes the codes with it', async () => {
  const who = customer()
  const variant_id = carts.article()
  await carts.add(who, variant_id)
  const { id } = await enter(who, 'TEN')
  expect(await carts.forCheckout(who)).toMatchObject({ coupons: ['TEN'], gift_card_ids: [] })
  await carts.take({ cart_id: id, order_id: newId(), lines: [{ variant_id, quantity: 1 }] })
  expect(await carts.get(who)).toMatchObject({ items: [], coupons: [] })
})
