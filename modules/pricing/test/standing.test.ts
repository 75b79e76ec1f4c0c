import { expect, test } from 'vitest'
import type { Cart } from '../domain/cart.ts'
import { couponCode } from '../domain/coupons/code.ts'
import type { Promotion } from '../domain/promotion.ts'
import { coupon, line, off, ofCategories, percent, price, promotion } from './shop.ts'

const reasonsOf = (rules: readonly Promotion[], given: Partial<Cart> = {}) =>
  price([line('a')], rules, given).refused.map((one) => one.reason)

test('a promotion begins on time and ends before its end', () => {
  const noon = new Date('2026-11-02T12:00:00.000Z')
  const later = new Date('2026-11-02T12:00:00.001Z')
  const during = (starts_at: Date | null, ends_at: Date | null) =>
    reasonsOf([promotion(percent(10), { starts_at, ends_at })], { moment: noon })
  expect(during(noon, later)).toEqual([])
  expect(during(later, null)).toEqual(['not_started'])
  expect(during(null, noon)).toEqual(['ended'])
})

test('a promotion for a segment is for those in it', () => {
  const members = promotion(percent(10), { segments: ['members', 'staff'] })
  expect(reasonsOf([members])).toEqual(['not_for_you'])
  expect(reasonsOf([members], { segments: ['staff'] })).toEqual([])
})

test('what must be bought counts within the scope and before discounts', () => {
  const least = (pieces: number, EUR: number) => ({ minimum: { pieces, value: { EUR } } })
  const half = promotion(percent(50))
  expect(reasonsOf([half, promotion(percent(10), least(1, 1_000))])).toEqual([])
  expect(reasonsOf([promotion(percent(10), least(1, 1_001))])).toEqual(['minimum_not_reached'])
  expect(reasonsOf([promotion(percent(10), least(2, 0))])).toEqual(['minimum_not_reached'])
  expect(reasonsOf([promotion(percent(10), { scope: ofCategories('shoes') })])).toEqual(['not_in_cart'])
})

test('what stands alone does so when it is the better of the two; what stands beside everything stays', () => {
  const [small, large] = [promotion(percent(10)), promotion(percent(30), { stacking: 'alone' })]
  const always = promotion(off(100), { stacking: 'with_all', position: 0 })
  const priced = price([line('a')], [small, large, always])
  expect(priced.totals.total_minor).toBe(630)
  expect(priced.discounts.map((one) => one.promotion_id)).toEqual([always.id, large.id])
  expect(priced.refused).toEqual([{ promotion_id: small.id, coupon: null, reason: 'not_combined' }])
  const more = promotion(percent(25))
  expect(price([line('a')], [small, large, more]).totals.total_minor).toBe(675)
})

test('what comes too late to take anything says so', () => {
  const all = promotion(percent(100), { position: 0 })
  expect(reasonsOf([all, promotion(percent(10))])).toEqual(['nothing_left'])
})

test('a coupon opens its promotion, while uses are left', () => {
  const summer = promotion(percent(10), { needs_coupon: true })
  expect(reasonsOf([summer])).toEqual(['coupon_needed'])
  const entered = (given = {}) => ({ coupons: [coupon('SUMMER', summer, given)] })
  const priced = price([line('a')], [summer], entered({ max_uses: 1, max_uses_per_person: 1 }))
  expect(priced.discounts).toEqual([{ promotion_id: summer.id, coupon: 'SUMMER', amount_minor: 100 }])
  expect(priced.refused).toEqual([])
  expect(reasonsOf([summer], entered({ uses: 5, max_uses: 5 }))).toEqual(['coupon_used_up'])
  const mine = { uses: 3, max_uses: 5, uses_by_person: 1, max_uses_per_person: 1 }
  expect(price([line('a')], [summer], entered(mine)).refused).toEqual([
    { promotion_id: summer.id, coupon: 'SUMMER', reason: 'coupon_used_by_you' },
  ])
})

test('a coupon nobody knows is refused as one whose promotion is not in force', () => {
  const gone = promotion(percent(10), { needs_coupon: true })
  const coupons = [coupon('NOTHING', null), coupon('GONE', gone)]
  const { refused, totals } = price([line('a')], [], { coupons })
  expect(refused.map((one) => [one.coupon, one.reason])).toEqual([
    ['NOTHING', 'coupon_unknown'],
    ['GONE', 'coupon_unknown'],
  ])
  expect(totals.total_minor).toBe(1_000)
})

test('two coupons of one promotion open it once, by the one that counts', () => {
  const summer = promotion(percent(10), { needs_coupon: true })
  const coupons = [coupon('B', summer), coupon('C', summer), coupon('A', summer, { uses: 1, max_uses: 1 })]
  const { refused, discounts } = price([line('a')], [summer], { coupons })
  expect(discounts).toEqual([{ promotion_id: summer.id, coupon: 'B', amount_minor: 100 }])
  expect(refused.map((one) => [one.coupon, one.reason])).toEqual([
    ['C', 'not_combined'],
    ['A', 'coupon_used_up'],
  ])
})

test('a code is read as people type it', () => {
  expect([' summer-26 ', 'Summer 26', 'ｓｕｍｍｅｒ–26'].map(couponCode)).toEqual(Array(3).fill('SUMMER26'))
})
