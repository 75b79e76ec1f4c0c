import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_MINOR, minorOf, parseMinor, toMoney } from '../money.ts'

describe('money', () => {
  it('comes back from the wire as it went out, in every number of digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'),
        (minor, currency) => {
          expect(minorOf(toMoney(minor, currency))).toBe(minor)
        },
      ),
    )
  })

  it('is written with exactly the currency’s digits', () => {
    expect(toMoney(29_999, 'USD').amount).toBe('299.99')
    expect(toMoney(5, 'USD').amount).toBe('0.05')
    expect(toMoney(-5, 'USD').amount).toBe('-0.05')
    expect(toMoney(500, 'JPY').amount).toBe('500')
    expect(toMoney(1_234, 'KWD').amount).toBe('1.234')
  })

  it.each(['', '.5', '1.', '1,00', '1e3', '+1', ' 1', '0x10', 'NaN', '1.005', '99999999999999', '１'])(
    'refuses %j as dollars',
    (text) => {
      expect(parseMinor(text, 'USD')).toBeNull()
    },
  )

  it('accepts further zeros but no further digits', () => {
    expect(parseMinor('1.50', 'USD')).toBe(150)
    expect(parseMinor('1.5', 'USD')).toBe(150)
    expect(parseMinor('1.500', 'USD')).toBe(150)
    expect(parseMinor('100.0', 'JPY')).toBe(100)
    expect(parseMinor('100.5', 'JPY')).toBeNull()
  })

  it('never passes through a float', () => {
    expect(() => toMoney(0.1 + 0.2, 'USD')).toThrow('integer')
    expect(parseMinor('0.29', 'USD')).toBe(29)
    expect(parseMinor('1.15', 'USD')).toBe(115)
  })
})
