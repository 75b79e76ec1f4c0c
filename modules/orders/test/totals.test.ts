import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalsOf } from '../domain/totals.ts'

const line = fc.record({
  unit_price_minor: fc.integer({ min: 0, max: 100_000_000 }),
  quantity: fc.integer({ min: 1, max: 9_999 }),
})
const lines = fc.array(line, { maxLength: 100 })
const shipping = fc.integer({ min: 0, max: 1_000_000 })

test('an order adds up exactly, whatever the order of its lines', () => {
  fc.assert(
    fc.property(lines, shipping, (given, cost) => {
      const totals = totalsOf(given, cost)
      const exact = given.reduce((sum, one) => sum + BigInt(one.unit_price_minor) * BigInt(one.quantity), 0n)
      expect(BigInt(totals.subtotal)).toBe(exact)
      expect(totals.total - totals.subtotal).toBe(cost)
      expect(totals.itemCount).toBe(given.reduce((sum, one) => sum + one.quantity, 0))
      expect(totalsOf([...given].reverse(), cost)).toEqual(totals)
    }),
  )
})

test('splitting a line changes nothing', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 9_999 }), shipping, (one, cut, cost) => {
      fc.pre(cut < one.quantity)
      const parts = [
        { ...one, quantity: cut },
        { ...one, quantity: one.quantity - cut },
      ]
      expect(totalsOf(parts, cost)).toEqual(totalsOf([one], cost))
    }),
  )
})

test('nothing costs what its delivery costs', () => {
  expect(totalsOf([], 490)).toEqual({ subtotal: 0, total: 490, itemCount: 0 })
})
