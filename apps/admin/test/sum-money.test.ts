import { describe, expect, it } from 'vitest'
import { subtractMoney, sumMoney } from '../app/money/sum-money.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })

describe('money', () => {
  it('adds up exactly where floats would not', () => {
    expect(sumMoney([usd('0.10'), usd('0.20')])).toEqual(usd('0.30'))
    expect(sumMoney(Array.from({ length: 1000 }, () => usd('19.99')))).toEqual(usd('19990.00'))
  })

  it('keeps the digits of its currency', () => {
    expect(
      sumMoney([
        { amount: '500', currency: 'JPY' },
        { amount: '20', currency: 'JPY' },
      ]),
    ).toEqual({ amount: '520', currency: 'JPY' })
    expect(sumMoney([{ amount: '1.005', currency: 'KWD' }])).toEqual({ amount: '1.005', currency: 'KWD' })
  })

  it('is never added across currencies', () => {
    expect(() => sumMoney([usd('1.00'), { amount: '1.00', currency: 'EUR' }])).toThrow()
    expect(sumMoney([])).toBeNull()
  })

  it('goes below zero with its sign in front', () => {
    expect(subtractMoney(usd('1.00'), usd('1.05'))).toEqual(usd('-0.05'))
  })
})
