import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPayable } from '../razorpay/amounts.ts'
import { fromStripeAmount, toStripeAmount } from '../stripe/amounts.ts'

test.each([
  ['USD', 4_240, 4_240],
  ['JPY', 500, 500],
  ['MGA', 500, 5],
  ['MGA', 501, null],
  ['ISK', 5, 500],
  ['KWD', 5_120, 5_120],
  ['KWD', 5_124, null],
  ['UGX', 5, null],
])('Stripe, %s: %i is %j', (currency, minor, amount) => {
  expect(toStripeAmount(minor, currency)).toBe(amount)
})

test('what goes to Stripe comes back the same', () => {
  const currency = fc.constantFrom('USD', 'JPY', 'MGA', 'ISK', 'KWD', 'INR', 'EUR')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), currency, (minor, code) => {
      const amount = toStripeAmount(minor, code)
      if (amount === null) return
      expect(fromStripeAmount(amount, code.toLowerCase())).toEqual({ amount_minor: minor, currency: code })
    }),
  )
})

test('half a króna is no amount', () => {
  expect(() => fromStripeAmount(150, 'isk')).toThrow('cannot be one')
})

test('Razorpay takes three decimals when the last is zero', () => {
  const payable = [
    isPayable(4_241, 'INR'),
    isPayable(5, 'JPY'),
    isPayable(5_120, 'KWD'),
    isPayable(5_124, 'KWD'),
  ]
  expect(payable).toEqual([true, true, true, false])
})
