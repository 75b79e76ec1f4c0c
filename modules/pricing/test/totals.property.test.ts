import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceCart } from '../domain/price-cart.ts'
import type { PricedAmount, PricedCart } from '../domain/priced-cart.ts'
import { carts, promotion, promotions, taxes } from './arbitraries.ts'

// Seen to fail when a spread only rounds down, a cut takes more than what is left, what stands alone always wins, promotions apply as
// they come, lines are not merged, net is rounded beside tax, shares of the shipping are lost, what a promotion took off several parts is
// not added up, and gift cards are discounted.

const RUNS = { numRuns: 1_500 }

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

function amountsOf(priced: PricedCart): PricedAmount[] {
  return [...priced.lines, priced.shipping]
}

test('totals add up: of discounts, lines, taxes and promotions', () => {
  fc.assert(
    fc.property(carts, promotions, taxes, (cart, rules, tax) => {
      const priced = priceCart(cart, { promotions: rules, tax })
      const { lines, shipping, totals, taxes: byRate, discounts } = priced
      for (const amount of amountsOf(priced)) {
        expect(amount.discount_minor).toBe(sum(amount.discounts, (one) => one.amount_minor))
        const after = tax.prices === 'inclusive' ? amount.total_minor : amount.net_minor
        expect(after).toBe(amount.list_minor - amount.discount_minor)
        expect(amount.net_minor + amount.tax_minor).toBe(amount.total_minor)
      }
      const given = sum(cart.lines, (line) => line.unit_price_minor * line.quantity)
      expect(totals.list_minor).toBe(given)
      expect(sum(lines, (line) => line.list_minor)).toBe(given)
      expect(shipping.list_minor).toBe(cart.shipping.price_minor)
      expect(totals.net_minor + totals.tax_minor).toBe(totals.total_minor)
      expect(totals.total_minor).toBe(sum(amountsOf(priced), (one) => one.total_minor))
      expect(totals.tax_minor).toBe(sum(byRate, (one) => one.tax_minor))
      expect(totals.net_minor).toBe(sum(byRate, (one) => one.net_minor))
      expect(totals.discount_minor + totals.shipping_discount_minor).toBe(
        sum(discounts, (one) => one.amount_minor),
      )
      expect(amountsOf(priced).every((one) => Number.isSafeInteger(one.tax_minor))).toBe(true)
    }),
    RUNS,
  )
})

test('no discount exceeds what it discounts, and none is of nothing', () => {
  fc.assert(
    fc.property(carts, promotions, taxes, (cart, rules, tax) => {
      for (const amount of amountsOf(priceCart(cart, { promotions: rules, tax }))) {
        let left = amount.list_minor
        for (const { amount_minor } of amount.discounts) {
          expect(amount_minor).toBeGreaterThan(0)
          expect(amount_minor).toBeLessThanOrEqual(left)
          left -= amount_minor
        }
        expect(Math.min(amount.net_minor, amount.tax_minor, amount.total_minor)).toBeGreaterThanOrEqual(0)
      }
    }),
    RUNS,
  )
})

test('what may not be discounted never is', () => {
  fc.assert(
    fc.property(carts, promotions, taxes, (cart, rules, tax) => {
      const fixed = new Set(cart.lines.filter((line) => !line.discountable).map((line) => line.variant_id))
      const { lines } = priceCart(cart, { promotions: rules, tax })
      for (const line of lines) if (fixed.has(line.variant_id)) expect(line.discounts).toEqual([])
    }),
    RUNS,
  )
})

test('one promotion more never raises the total', () => {
  fc.assert(
    fc.property(carts, promotions, promotion, taxes, (cart, rules, more, tax) => {
      const without = priceCart(cart, { promotions: rules, tax }).totals.total_minor
      const withIt = priceCart(cart, { promotions: [...rules, more], tax }).totals.total_minor
      expect(withIt).toBeLessThanOrEqual(without)
    }),
    { numRuns: 4_000 },
  )
})

test('the order of lines and of promotions changes nothing', () => {
  const shuffled = fc.tuple(carts, promotions).chain(([cart, rules]) =>
    fc.record({
      cart: fc.constant(cart),
      rules: fc.constant(rules),
      lines: fc.shuffledSubarray([...cart.lines], { minLength: cart.lines.length }),
      others: fc.shuffledSubarray([...rules], { minLength: rules.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, taxes, ({ cart, rules, lines, others }, tax) => {
      const first = priceCart(cart, { promotions: rules, tax })
      const second = priceCart({ ...cart, lines }, { promotions: others, tax })
      const { lines: one, refused: _one, ...rest } = first
      const { lines: other, refused: _other, ...same } = second
      expect(same).toEqual(rest)
      expect(new Set(other)).toEqual(new Set(one))
      expect(second.refused).toHaveLength(first.refused.length)
    }),
    RUNS,
  )
})

test('two lines of one variant are one', () => {
  fc.assert(
    fc.property(carts, promotions, taxes, fc.nat(), fc.nat(), (cart, rules, tax, which, cut) => {
      const line = cart.lines[which % Math.max(1, cart.lines.length)]
      fc.pre(line !== undefined && line.quantity > 1)
      const part = 1 + (cut % (line.quantity - 1))
      const split = cart.lines.flatMap((one) =>
        one === line
          ? [
              { ...one, quantity: part },
              { ...one, quantity: one.quantity - part },
            ]
          : [one],
      )
      const whole = priceCart(cart, { promotions: rules, tax })
      expect(priceCart({ ...cart, lines: split }, { promotions: rules, tax })).toEqual(whole)
    }),
    RUNS,
  )
})
