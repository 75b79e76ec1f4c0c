import { describe, expect, it } from 'vitest'
import { parsePrice, priceDigits, priceInput } from '../app/money/parse-price.ts'

describe('a typed price', () => {
  it.each([
    ['24', 'en', '24'],
    ['24.50', 'en', '24.50'],
    ['24,50', 'en', '24.50'],
    ['1,299', 'en', '1299'],
    ['1,299.99', 'en', '1299.99'],
    ['1.299,99', 'en', '1299.99'],
    ['1.299', 'de', '1299'],
    ['24,50', 'de', '24.50'],
    ['24.5', 'de', '24.5'],
    ['1.234.567,8', 'de', '1234567.8'],
    ["1'299.50", 'de', '1299.50'],
    ['1 299,50', 'de', '1299.50'],
    [' 007 ', 'en', '7'],
    ['.5', 'en', '0.5'],
  ])('%s in %s means %s', (typed, locale, plain) => {
    expect(parsePrice(typed, locale, 2)).toBe(plain)
  })

  it.each(['', 'free', '-4', '1e3', '12.345', '1,2.3,4', '1,29,9', '12..5', '99999999999'])(
    'refuses %o',
    (typed) => {
      expect(parsePrice(typed, 'en', 2)).toBeNull()
    },
  )

  it('has no decimals in a currency without them', () => {
    expect(priceDigits('JPY')).toBe(0)
    expect(parsePrice('500.5', 'en', priceDigits('JPY'))).toBeNull()
    expect(parsePrice('5,000', 'en', priceDigits('JPY'))).toBe('5000')
  })

  it.each(['0.50', '24.00', '1299.99', '123456.78'])('%s survives being shown and read again', (amount) => {
    for (const locale of ['en', 'de']) expect(parsePrice(priceInput(amount, locale), locale, 2)).toBe(amount)
  })
})
