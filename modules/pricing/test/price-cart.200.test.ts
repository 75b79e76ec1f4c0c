import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keptRules } from '../rules/kept-rules.ts'
import { euros, line, openPricing, percentOff, productOf, shelf } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPricing>>
let now = new Date('2026-11-22T12:00:00.000Z')
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00.000Z')
  shop = await openPricing({ clock: () => now })
})
afterEach(() => shop.close())

const germany = { country: 'DE', postal_code: '10115' }

/** Taxes as the page of a new shop offers them, switched on. */
async function tax(more: object = {}): Promise<void> {
  const { updated_at: _at, table: _table, ...settings } = await shop.asStaff('getTaxSettings', {})
  await shop.asStaff('updateTaxSettings', { ...(settings as object), enabled: true, ...more })
}

it('prices as ever in a shop that has said nothing of promotions or taxes', async () => {
  const cart = await shop.price([line(shelf.pen, 2), line(shelf.lamp)], {
    shipping: { price_minor: 490 },
    destination: germany,
  })
  expect(cart).toMatchObject({
    prices: 'inclusive',
    discounts: [],
    taxes: [{ rate_bp: 0, net_minor: 5_490, tax_minor: 0 }],
    totals: { list_minor: 5_000, discount_minor: 0, shipping_minor: 490, total_minor: 5_490 },
    to_pay_minor: 5_490,
  })
})

it('answers an empty cart', async () => {
  expect(await shop.price([])).toMatchObject({ lines: [], totals: { total_minor: 0 }, to_pay_minor: 0 })
})

it('takes a promotion off with the merchant’s name for it and the reason on the line', async () => {
  const id = await shop.promote(percentOff(10, { name: 'Autumn' }))
  const cart = await shop.price([line(shelf.pen, 2)])
  expect(cart['lines']).toMatchObject([
    {
      list_minor: 2_000,
      discount_minor: 200,
      total_minor: 1_800,
      discounts: [
        {
          promotion_id: id,
          name: 'Autumn',
          coupon: null,
          amount_minor: 200,
          explanation: { code: 'percentage_off', facts: { percent_bp: 1_000, at_most_minor: null } },
        },
      ],
    },
  ])
  expect(cart['discounts']).toEqual([{ promotion_id: id, name: 'Autumn', coupon: null, amount_minor: 200 }])
})

it('answers line for line as asked, also where one article stands in several, and the parts add up', async () => {
  await shop.promote({ name: '1.00 off', action: { kind: 'amount', amount: euros('1.00'), per: 'order' } })
  await tax()
  const lines = [line(shelf.pen, 1), line(shelf.lamp), line(shelf.pen, 1), line(shelf.pen, 1)]
  const cart = await shop.price(lines)
  const priced = cart['lines'] as unknown as {
    line_id: string
    net_minor: number
    tax_minor: number
    total_minor: number
  }[]
  expect(priced.map(({ line_id }) => line_id)).toEqual(lines.map(({ line_id }) => line_id))
  const sum = (of: 'net_minor' | 'tax_minor' | 'total_minor') => priced.reduce((all, one) => all + one[of], 0)
  expect(cart['totals']).toMatchObject({
    net_minor: sum('net_minor'),
    tax_minor: sum('tax_minor'),
    total_minor: sum('total_minor'),
  })
  expect(sum('total_minor')).toBe(5_900)
  for (const one of priced) expect(one.net_minor + one.tax_minor).toBe(one.total_minor)
})

it('opens a promotion by a code however it is typed, and says why another does nothing', async () => {
  await shop.coupon('Summer-26')
  await shop.coupon('LATER', {}, { starts_at: '2026-12-01T00:00:00.000Z' })
  await shop.coupon('MUCH', {}, { minimum: { pieces: 0, value: euros('100.00') } })
  const cart = await shop.price([line(shelf.pen)], { coupons: ['summer 26', 'later', 'much', 'nonsense'] })
  expect(cart['coupons']).toMatchObject([
    { code: 'SUMMER26', applied: true, refused: null },
    { code: 'LATER', refused: 'not_started', facts: { starts_at: '2026-12-01T00:00:00.000Z' } },
    { code: 'MUCH', refused: 'minimum_not_reached', facts: { minimum_minor: 10_000 } },
    { code: 'NONSENSE', applied: false, refused: 'coupon_unknown' },
  ])
  expect(cart['discounts']).toMatchObject([{ coupon: 'SUMMER26', amount_minor: 100 }])
})

it('says beforehand that a coupon is used up, for everybody or for one person', async () => {
  await shop.coupon('ONCE', { max_uses: 1 })
  await shop.coupon('EACH', { max_uses_per_person: 1 })
  await shop.hold(newId(), { email: 'ann@example.com', coupons: ['once', 'each'] })
  const coupons = { coupons: ['once', 'each'] }
  expect(
    (await shop.price([line(shelf.pen)], { ...coupons, email: 'ANN@example.com' }))['coupons'],
  ).toMatchObject([{ refused: 'coupon_used_up' }, { refused: 'coupon_used_by_you' }])
  expect(
    (await shop.price([line(shelf.pen)], { ...coupons, email: 'bob@example.com' }))['coupons'],
  ).toMatchObject([{ refused: 'coupon_used_up' }, { refused: null, applied: true }])
})

it('taxes by the place it goes to, by classes of products and categories', async () => {
  const classes = [
    { code: 'standard', name: 'Standard', level: 'standard', exceptions: [], product_ids: [], category_ids: [] },
    { code: 'books', name: 'Books', level: 'reduced', exceptions: [{ country: 'FR', rate_bp: 550 }], product_ids: [], category_ids: [shelf.stationery] },
    { code: 'pens', name: 'Pens', level: 'zero', exceptions: [], product_ids: [productOf(shelf.pen)], category_ids: [] },
  ] // prettier-ignore
  await tax({ classes })
  const lines = [line(shelf.pen), line(shelf.book), line(shelf.lamp)]
  const rates = async (country: string) =>
    (
      (await shop.price(lines, { destination: { country, postal_code: null } }))['lines'] as unknown as {
        tax_rate_bp: number
      }[]
    ).map((one) => one.tax_rate_bp)
  expect(await rates('DE')).toEqual([0, 700, 1_900])
  expect(await rates('FR')).toEqual([0, 550, 2_000])
  expect(await rates('US')).toEqual([0, 0, 0])
})

it('adds tax to prices without it, and knows rates that the shop has given itself', async () => {
  await tax({
    prices: 'exclusive',
    home: 'IN',
    countries: ['IN'],
    own_rates: [{ country: 'IN', rates: [{ level: 'standard', rate_bp: 1_800 }] }],
  })
  expect(
    await shop.price([line(shelf.pen)], { destination: { country: 'IN', postal_code: null } }),
  ).toMatchObject({
    prices: 'exclusive',
    totals: { net_minor: 1_000, tax_minor: 180, total_minor: 1_180 },
  })
})

it('pays with gift cards, and says why others pay nothing', async () => {
  const [small, spent] = [await shop.card('5.00'), await shop.card('7.00')]
  const disabled = await shop.card('9.00')
  await shop.asStaff('switchGiftCard', { gift_card_id: disabled.id, active: false, reason: 'Lost' })
  await shop.hold(newId(), { gift_cards: [{ gift_card_id: spent.id, amount_minor: 700 }] })
  const ids = [small.id, spent.id, disabled.id, newId()]
  const cart = await shop.price([line(shelf.pen)], { gift_card_ids: ids })
  expect(cart).toMatchObject({
    gift_cards: [
      { gift_card_id: small.id, hint: small.hint, amount_minor: 500, balance_minor: 500, refused: null },
      { amount_minor: 0, refused: 'empty' },
      { amount_minor: 0, refused: 'disabled' },
      { amount_minor: 0, refused: 'unknown' },
    ],
    gift_card_minor: 500,
    to_pay_minor: 500,
    totals: { total_minor: 1_000 },
  })
})

it('prices by what another process has changed within a second, and does not ask again before', async () => {
  const other = keptRules(shop.db)
  expect((await other(now)).promotions).toHaveLength(0)
  await shop.promote(percentOff(10))
  expect((await other(now)).promotions).toHaveLength(0)
  now = new Date(now.getTime() + 1_000)
  const loaded = await other(now)
  expect(loaded.promotions).toHaveLength(1)
  // Nothing has changed: what is kept is the same object, not read anew.
  expect(await other(new Date(now.getTime() + 5_000))).toBe(loaded)
})

it('is not for the outside world', async () => {
  await expect(shop.call('priceCart', {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
