import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundShare } from '../domain/rounding.ts'
import { spread } from '../domain/spread.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })
const weights = fc.array(fc.oneof(fc.nat({ max: 9 }), amount), { minLength: 1, maxLength: 100 })

test('an amount is spread without rest, each share less than one unit from its proportion', () => {
  fc.assert(
    fc.property(amount, weights, (given, over) => {
      const shares = spread(given, over)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(given)
      const whole = over.reduce((sum, weight) => sum + BigInt(weight), 0n)
      if (whole === 0n) return
      shares.forEach((share, index) => {
        const apart = BigInt(share) * whole - BigInt(given) * BigInt(over[index]!)
        expect(apart > -whole && apart < whole).toBe(true)
      })
    }),
  )
})

test('the largest remainders get the units that are left, of equal ones the earlier', () => {
  expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(spread(10, [70, 10, 25])).toEqual([7, 1, 2])
  expect(spread(2, [3, 5, 3, 5])).toEqual([0, 1, 0, 1])
  expect(spread(5, [0, 0])).toEqual([5, 0])
  expect(spread(5, [])).toEqual([])
})

test('a share is rounded half up, exactly, however large', () => {
  expect([roundShare(1, 1, 2), roundShare(5, 1_000, 10_000), roundShare(4, 1, 9)]).toEqual([1, 1, 0])
  const huge = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(huge, fc.nat({ max: 10_000 }), (given, part) => {
      const exact = (2n * BigInt(given) * BigInt(part) + 10_000n) / 20_000n
      expect(BigInt(roundShare(given, part, 10_000))).toBe(exact)
    }),
  )
})
