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
  expect(totalsOf([], 490)).toEqual({
    ...{ subtotal: 0, discount: 0, addedTax: 0, giftCards: 0, total: 490, itemCount: 0 },
  })
})

const twoPieces = [{ unit_price_minor: 1_000, quantity: 2 }]
const priced = {
  lines: [{ discount_minor: 300, tax_minor: 323 }],
  shipping: { discount_minor: 90, tax_minor: 76 },
}

test('prices with tax: discounts come off, taxes are in it; gift cards pay a part', () => {
  const pricing = { ...priced, prices: 'inclusive', total_minor: 2_100, to_pay_minor: 1_600 } as const
  expect(totalsOf(twoPieces, 490, pricing)).toEqual({
    ...{ subtotal: 2_000, discount: 390, addedTax: 0, giftCards: 500, total: 2_100, itemCount: 2 },
  })
})

test('prices without tax: it comes on top', () => {
  const pricing = { ...priced, prices: 'exclusive', total_minor: 2_499, to_pay_minor: 2_499 } as const
  expect(totalsOf(twoPieces, 490, pricing)).toMatchObject({ addedTax: 399, giftCards: 0, total: 2_499 })
})

test('what was priced must be what was ordered', () => {
  const pricing = { ...priced, prices: 'inclusive', total_minor: 2_100, to_pay_minor: 2_100 } as const
  expect(() => totalsOf(twoPieces, 491, pricing)).toThrow('not what was ordered')
  expect(() => totalsOf([...twoPieces, ...twoPieces], 490, { ...pricing, total_minor: 4_100 })).toThrow()
})
