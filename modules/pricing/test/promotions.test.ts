import { expect, test } from 'vitest'
import { everything, line, off, ofCategories, percent, price, promotion } from './shop.ts'

const shoes = { category_ids: ['shoes'] }
const discountsOf = (priced: ReturnType<typeof price>) => priced.lines.map((one) => one.discount_minor)

test('a percentage is rounded half up on each line, and its cap is spread over them', () => {
  const lines = [line('a', { unit_price_minor: 1_005 }), line('b', { unit_price_minor: 994, quantity: 2 })]
  expect(discountsOf(price(lines, [promotion(percent(10))]))).toEqual([101, 199])
  const capped = price(lines, [promotion(percent(10, 100))])
  expect(discountsOf(capped)).toEqual([34, 66])
  expect(capped.lines[0]!.discounts[0]!.explanation).toEqual({
    code: 'percentage_off',
    facts: { percent_bp: 1_000, at_most_minor: 100 },
  })
})

test('an amount is off the order, by what the lines cost, or off each piece', () => {
  const lines = [line('a'), line('b', { unit_price_minor: 500, quantity: 4 })]
  expect(discountsOf(price(lines, [promotion(off(1_000))]))).toEqual([333, 667])
  const each = price(lines, [promotion(off(100, 'piece'))])
  expect(discountsOf(each)).toEqual([100, 400])
  expect(each.lines[1]!.discounts[0]!.explanation).toEqual({
    code: 'amount_off_each',
    facts: { amount_minor: 100, pieces: 4 },
  })
})

test('an amount larger than what it is off takes all, and says that it was limited', () => {
  const gift = promotion(off(5_000))
  const priced = price([line('a'), line('b')], [gift])
  expect(priced.totals.total_minor).toBe(0)
  expect(priced.lines.map((one) => one.discounts[0]!.limited)).toEqual([true, true])
  expect(priced.discounts).toEqual([{ promotion_id: gift.id, coupon: null, amount_minor: 2_000 }])
})

test('promotions apply in the order of the merchant, each off what is left', () => {
  const tenth = promotion(percent(10), { position: 2 })
  const amount = promotion(off(200), { position: 1 })
  expect(price([line('a')], [tenth, amount]).totals.total_minor).toBe(720)
  expect(price([line('a')], [{ ...tenth, position: 0 }, amount]).totals.total_minor).toBe(700)
  expect(price([line('a')], [tenth, amount]).discounts.map((one) => one.amount_minor)).toEqual([200, 80])
})

test('a promotion is about things, of sellers, except some', () => {
  const lines = [
    line('a', { ...shoes, seller_id: 'one' }),
    line('b', { ...shoes, seller_id: 'two' }),
    line('c', { seller_id: 'one' }),
    line('d', { category_ids: ['shoes', 'sale'], seller_id: 'one' }),
    line('e', { ...shoes, seller_id: 'one', discountable: false }),
  ]
  const sale = { variants: new Set<string>(), products: new Set<string>(), categories: new Set(['sale']) }
  const scope = { ...ofCategories('shoes'), sellers: new Set(['one']), except: sale }
  expect(discountsOf(price(lines, [promotion(percent(50), { scope })]))).toEqual([500, 0, 0, 0, 0])
  const named = { ...everything, variants: new Set(['a']), products: new Set(['product of c']) }
  expect(discountsOf(price(lines, [promotion(percent(50), { scope: named })]))).toEqual([500, 0, 500, 0, 0])
})

test('the highest tier that is reached counts, alone', () => {
  const tiers = [
    { from: { pieces: 3 }, gain: percent(5) },
    { from: { value: { EUR: 5_000 } }, gain: percent(10) },
    { from: { pieces: 10 }, gain: off(2_000) },
  ]
  const tiered = promotion({ kind: 'tiered', tiers })
  const discount = (quantity: number) => price([line('a', { quantity })], [tiered]).totals.discount_minor
  expect([2, 3, 4, 5, 9, 10].map(discount)).toEqual([0, 150, 200, 500, 900, 2_000])
  expect(price([line('a', { quantity: 5 })], [tiered]).lines[0]!.discounts[0]!.explanation).toEqual({
    code: 'tier_reached',
    facts: {
      from_pieces: null,
      from_value_minor: 5_000,
      gain: { code: 'percentage_off', facts: { percent_bp: 1_000, at_most_minor: null } },
    },
  })
})

test('free shipping is all of it, or up to an amount', () => {
  const shipping = { price_minor: 1_290, tax_class: 'standard' }
  const priced = (at_most: { EUR: number } | null) =>
    price([line('a')], [promotion({ kind: 'free_shipping', at_most })], { shipping })
  expect(priced(null).totals.total_minor).toBe(1_000)
  expect(priced({ EUR: 490 }).shipping).toMatchObject({
    list_minor: 1_290,
    discount_minor: 490,
    total_minor: 800,
  })
  expect(priced({ EUR: 490 }).lines[0]!.discounts).toEqual([])
  expect(priced({ EUR: 2_000 }).shipping.discounts[0]).toMatchObject({ amount_minor: 1_290, limited: false })
})

test('currencies do not mix: an amount counts only in the currency it is given in', () => {
  const dollars = { currency: 'USD' }
  const capped = promotion(percent(10, 100))
  const priced = price([line('a')], [capped, promotion(off(100)), promotion(percent(10))], dollars)
  expect(priced.totals.total_minor).toBe(900)
  expect(priced.refused.map((one) => one.reason)).toEqual(['not_in_currency', 'not_in_currency'])
})

test('of equal lines the first by its id gets the unit that is left, wherever it stands', () => {
  const rule = promotion(off(100))
  const byVariant = (...names: string[]) =>
    new Map(
      price(
        names.map((name) => line(name)),
        [rule],
      ).lines.map((one) => [one.variant_id, one.discount_minor]),
    )
  const shares = new Map([['a', 34], ['b', 33], ['c', 33]]) // prettier-ignore
  expect(byVariant('a', 'b', 'c')).toEqual(shares)
  expect(byVariant('c', 'b', 'a')).toEqual(shares)
})
