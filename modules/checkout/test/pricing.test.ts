import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseRate, subtotalOf, sumByVariant } from '../domain/pricing.ts'

const quantity = fc.integer({ min: 1, max: 9_999 })
const lines = fc.array(fc.record({ variant_id: fc.constantFrom('a', 'b', 'c', '__proto__'), quantity }), {
  maxLength: 100,
})
const sum = (given: readonly { quantity: number }[]) =>
  given.reduce((total, line) => total + line.quantity, 0)

test('adding up by variant keeps the sum of each and names each once', () => {
  fc.assert(
    fc.property(lines, (given) => {
      const summed = sumByVariant(given)
      expect(new Set(summed.map((line) => line.variant_id)).size).toBe(summed.length)
      for (const { variant_id, quantity: total } of summed) {
        expect(total).toBe(sum(given.filter((line) => line.variant_id === variant_id)))
      }
      expect(sum(summed)).toBe(sum(given))
      expect(sumByVariant(summed)).toEqual(summed)
    }),
  )
})

test('a subtotal is exact and does not depend on how lines are cut', () => {
  const priced = fc.array(
    fc.record({ variant_id: fc.constant('a'), unit_price_minor: fc.constant(1_999), quantity }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(priced, (given) => {
      expect(subtotalOf(given)).toBe(1_999 * sum(given))
      expect(subtotalOf(sumByVariant(given))).toBe(subtotalOf(given))
    }),
  )
})

test('the cheapest rate unless one is named; none of that name is none', () => {
  const rates = fc.array(fc.record({ code: fc.string(), price_minor: fc.nat() }), { minLength: 1 })
  fc.assert(
    fc.property(rates, fc.string(), (given, code) => {
      expect(chooseRate(given, undefined)?.price_minor).toBe(
        Math.min(...given.map((rate) => rate.price_minor)),
      )
      expect(chooseRate(given, code)).toBe(given.find((rate) => rate.code === code) ?? null)
    }),
  )
  expect(chooseRate([], undefined)).toBeNull()
})
