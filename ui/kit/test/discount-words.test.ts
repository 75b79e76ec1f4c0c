import { describe, expect, it } from 'vitest'
import { discountSentence, formatMinor, refusalSentence } from '../discount-words.ts'
import { actionSentence } from '../promotion-words.ts'

const en = { locale: 'en', currency: 'EUR' }
const de = { locale: 'de', currency: 'EUR' }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const none = { starts_at: null, ends_at: null, minimum_pieces: null, minimum_minor: null }

describe('why a line is cheaper', () => {
  it.each([
    [{ code: 'percentage_off', facts: { percent_bp: 1_250, at_most_minor: 500 } }, '12.5% off, at most €5.00', '12,5 % Rabatt, höchstens 5,00 €'],
    [{ code: 'amount_off_order', facts: { amount_minor: 1_000 } }, 'Share of €10.00 off', 'Anteil an 10,00 € Rabatt'],
    [{ code: 'amount_off_each', facts: { amount_minor: 150, pieces: 3 } }, '€1.50 off each of 3', '1,50 € Rabatt je Stück, 3 Stück'],
    [{ code: 'pieces_reduced', facts: { buy: 2, get: 1, pieces: 1, percent_bp: 10_000 } }, 'Buy 2, get 1: 1 free', 'Beim Kauf von 2 gibt es 1 dazu: 1 gratis'],
    [{ code: 'tier_reached', facts: { from_pieces: 10, from_value_minor: null, gain: { code: 'percentage_off', facts: { percent_bp: 500, at_most_minor: null } } } }, '5% off from 10 pieces', '5 % Rabatt ab 10 Stück'],
    [{ code: 'free_shipping', facts: { at_most_minor: null } }, 'Free shipping', 'Kostenloser Versand'],
  ] as const)('%j', (explanation, english, german) => {
    expect(plain(discountSentence(explanation, en))).toBe(english)
    expect(plain(discountSentence(explanation, de))).toBe(german)
  }) // prettier-ignore
})

describe('why a code does nothing', () => {
  it('names the minimum and the day where there is one', () => {
    expect(refusalSentence('minimum_not_reached', { ...none, minimum_minor: 5_000 }, en)).toContain('€50.00')
    expect(refusalSentence('not_started', { ...none, starts_at: '2026-12-01T00:00:00.000Z' }, de)).toContain(
      '2026',
    )
    expect(refusalSentence('coupon_unknown', null, de)).toBe('Diesen Code gibt es nicht.')
  })
})

describe('what a rule does', () => {
  it('says it in both languages', () => {
    const action = { kind: 'buy_get', buy: 2, get: 1, percent: '50', at_most_times: 1, reward: null } as const
    expect(plain(actionSentence(action, 'en'))).toBe('Buy 2, get 1 at 50% off, once')
    expect(plain(actionSentence(action, 'de'))).toBe(
      'Beim Kauf von 2 Stück 1 weitere 50 % günstiger, höchstens 1-mal',
    )
  })
})

it('writes minor units by the digits of their currency', () => {
  expect(plain(formatMinor(1_299, 'EUR', 'de'))).toBe('12,99 €')
  expect(plain(formatMinor(500, 'JPY', 'en'))).toBe('¥500')
  expect(plain(formatMinor(5, 'EUR', 'en'))).toBe('€0.05')
  expect(plain(formatMinor(-5, 'EUR', 'en'))).toBe('-€0.05')
})
