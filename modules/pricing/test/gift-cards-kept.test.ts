import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPricing } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPricing>>
let now = new Date('2026-11-22T12:00:00.000Z')
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00.000Z')
  shop = await openPricing({ clock: () => now })
})
afterEach(() => shop.close())

const balance = (code: string, ip = '192.0.2.1') => shop.call('getGiftCardBalance', { code }, { ip })
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000)
}

it('shows its code once, in groups of four, and keeps neither the code nor a hash that could be tried', async () => {
  const card = await shop.card('50.00', { note: 'For Ada' })
  expect(card.code).toMatch(/^(?:[2-9A-HJ-NP-TV-Z]{4}-){3}[2-9A-HJ-NP-TV-Z]{4}$/)
  const kept = JSON.stringify(await shop.db.many(sql`SELECT * FROM pricing.gift_cards`))
  const told = JSON.stringify(await shop.events())
  for (const text of [kept, told]) {
    expect(text).not.toContain(card.code)
    expect(text).not.toContain(card.code.replaceAll('-', ''))
  }
  const read = await shop.asStaff('getGiftCard', { gift_card_id: card.id })
  expect(read).not.toHaveProperty('code')
  expect(read).toMatchObject({ hint: card.code.slice(-4), status: 'active', entries: [{ kind: 'issued' }] })
})

it('tells its balance to whoever has the code, however it is typed', async () => {
  const { code, hint } = await shop.card('50.00')
  expect(await balance(code.toLowerCase().replaceAll('-', ' '))).toEqual({
    ...{ hint, currency: 'EUR', status: 'active', expires_at: null },
    balance: { amount: '50.00', currency: 'EUR' },
  })
})

it('slows down who guesses, lets others be, and forgives the right code', async () => {
  const { code } = await shop.card('50.00')
  for (let tries = 0; tries < 20; tries += 1)
    await expect(balance(`2222-3333-4444-${String(5_000 + tries)}`)).rejects.toMatchObject({
      code: 'PRICING_GIFT_CARD_UNKNOWN',
    })
  // Even the right one waits now: the answer must not tell it from the others.
  await expect(balance(code)).rejects.toMatchObject({ code: 'PRICING_TOO_MANY_TRIES', retryAfterSeconds: 1 })
  expect(await balance(code, '192.0.2.2')).toMatchObject({ status: 'active' })
  later(1)
  expect(await balance(code)).toMatchObject({ status: 'active' })
  await expect(balance('2222-3333-4444-9999')).rejects.toMatchObject({ code: 'PRICING_GIFT_CARD_UNKNOWN' })
  await expect(balance(code)).rejects.toMatchObject({ code: 'PRICING_TOO_MANY_TRIES' })
})

it('opens for a cart by its id, unless there is a reason not to', async () => {
  const open = (code: string, currency = 'EUR') => shop.asCheckout('openGiftCard', { code, currency })
  const card = await shop.card('50.00')
  expect(await open(card.code)).toMatchObject({ gift_card_id: card.id, balance_minor: 5_000 })
  await expect(open(card.code, 'USD')).rejects.toMatchObject({ code: 'PRICING_GIFT_CARD_CURRENCY' })
  await shop.asStaff('switchGiftCard', { gift_card_id: card.id, active: false, reason: 'Lost' })
  await expect(open(card.code)).rejects.toMatchObject({ code: 'PRICING_GIFT_CARD_UNKNOWN' })
  const empty = await shop.card('5.00')
  await shop.hold(newId(), { gift_cards: [{ gift_card_id: empty.id, amount_minor: 500 }] })
  await expect(open(empty.code)).rejects.toMatchObject({ code: 'PRICING_GIFT_CARD_SPENT' })
})

it('pays nothing once it has expired or is disabled', async () => {
  const card = await shop.card('50.00', { expires_at: '2026-12-01T00:00:00.000Z' })
  const pay = () => shop.hold(newId(), { gift_cards: [{ gift_card_id: card.id, amount_minor: 100 }] })
  await pay()
  await shop.asStaff('switchGiftCard', { gift_card_id: card.id, active: false, reason: 'Lost' })
  await expect(pay()).rejects.toMatchObject({ code: 'PRICING_GIFT_CARD_SPENT' })
  await shop.asStaff('switchGiftCard', { gift_card_id: card.id, active: true, reason: 'Found' })
  await pay()
  now = new Date('2026-12-01T00:00:00.000Z')
  await expect(pay()).rejects.toMatchObject({ code: 'PRICING_GIFT_CARD_SPENT' })
  expect(await shop.asStaff('listGiftCards', { status: 'expired' })).toMatchObject({ total: 1 })
})

it('is corrected with a reason, and never below nothing', async () => {
  const card = await shop.card('50.00')
  const correct = (direction: string, amount: string) =>
    shop.asStaff('correctGiftCard', { gift_card_id: card.id, direction, amount, reason: 'Counted again' })
  expect(await correct('take', '20.00')).toMatchObject({
    balance: { amount: '30.00' },
    entries: [
      { kind: 'corrected', amount: { amount: '-20.00' }, reason: 'Counted again' },
      { kind: 'issued' },
    ],
  })
  await expect(correct('take', '30.01')).rejects.toMatchObject({ code: 'PRICING_GIFT_CARD_SHORT' })
  await expect(correct('add', '0')).rejects.toMatchObject({ code: 'PRICING_BAD_AMOUNT' })
  expect(await shop.audits()).toContain('pricing.gift-card-corrected')
})

it('has entries that nobody changes', async () => {
  await shop.card('50.00')
  await expect(shop.db.run(sql`UPDATE pricing.gift_card_entries SET amount_minor = 1`)).rejects.toThrow(
    /never changed/,
  )
  await expect(shop.db.run(sql`DELETE FROM pricing.gift_card_entries`)).rejects.toThrow(/never changed/)
})

it('is not issued for nothing, in a strange currency, or for less than a day', async () => {
  await expect(shop.card('0.00')).rejects.toMatchObject({ code: 'PRICING_BAD_AMOUNT' })
  const pounds = { amount: { amount: '5.00', currency: 'GBP' } }
  await expect(shop.asStaff('issueGiftCard', pounds)).rejects.toMatchObject({ code: 'PRICING_BAD_AMOUNT' })
  await expect(shop.card('5.00', { expires_at: now.toISOString() })).rejects.toMatchObject({
    code: 'PRICING_EXPIRES_TOO_SOON',
  })
})

it('gets back what a cancelled order paid, but not what was refunded to it before', async () => {
  const card = await shop.card('50.00')
  const order_id = newId()
  await shop.hold(order_id, { gift_cards: [{ gift_card_id: card.id, amount_minor: 3_000 }] })
  expect(await shop.asCheckout('settleForOrder', { order_id })).toEqual({ status: 'settled' })
  const refund = { order_id, refund_id: newId(), amount_minor: 1_000 }
  const first = await shop.asCheckout('returnToGiftCards', refund)
  expect(first).toMatchObject({ returned: [{ gift_card_id: card.id, amount_minor: 1_000 }] })
  expect(await shop.asCheckout('returnToGiftCards', refund)).toEqual(first)
  await shop.asCheckout('releaseForOrder', { order_id })
  await shop.asCheckout('releaseForOrder', { order_id })
  expect(await shop.balanceOf(card.id)).toBe(5_000)
  await expect(
    shop.asCheckout('returnToGiftCards', { order_id, refund_id: newId(), amount_minor: 1 }),
  ).rejects.toMatchObject({ code: 'PRICING_RETURN_TOO_HIGH' })
  await expect(shop.hold(order_id)).rejects.toMatchObject({ code: 'PRICING_ORDER_RELEASED' })
  expect(await shop.asCheckout('settleForOrder', { order_id: newId() })).toEqual({ status: 'none' })
})
