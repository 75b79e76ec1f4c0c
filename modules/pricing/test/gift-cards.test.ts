import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceAfter, balanceOf, type Entry } from '../domain/gift-cards/ledger.ts'
import { spendGiftCards, type GiftCard } from '../domain/gift-cards/spend.ts'

const moment = new Date('2026-11-02T12:00:00.000Z')
const soon = new Date('2026-12-01T00:00:00.000Z')
const card = (
  id: string,
  balance_minor: number,
  expires_at: Date | null = null,
  currency = 'EUR',
): GiftCard => ({
  ...{ id, balance_minor, expires_at, currency },
})
const due = (total_minor: number) => ({ total_minor, currency: 'EUR', moment })

test('the card that expires first pays first, then the smallest', () => {
  const cards = [card('large', 5_000), card('small', 1_000), card('soon', 3_000, soon)]
  expect(spendGiftCards(due(4_500), cards)).toEqual({
    charges: [
      { gift_card_id: 'soon', amount_minor: 3_000 },
      { gift_card_id: 'small', amount_minor: 1_000 },
      { gift_card_id: 'large', amount_minor: 500 },
    ],
    left_minor: 0,
  })
})

test('an expired, empty or foreign card pays nothing', () => {
  const cards = [card('old', 100, moment), card('empty', 0), card('dollars', 100, null, 'USD')]
  expect(spendGiftCards(due(100), cards)).toEqual({ charges: [], left_minor: 100 })
})

const anyCard = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd'), balance: fc.nat({ max: 500 }), soon: fc.boolean() })
  .map((one) => card(one.id, one.balance, one.soon ? soon : null))

test('charges and what is left are what was due, and no card pays more than it holds', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000 }), fc.array(anyCard, { maxLength: 6 }), (total, cards) => {
      const { charges, left_minor } = spendGiftCards(due(total), cards)
      expect(charges.reduce((sum, one) => sum + one.amount_minor, left_minor)).toBe(total)
      expect(new Set(charges.map((one) => one.gift_card_id)).size).toBe(charges.length)
      for (const { gift_card_id: id, amount_minor } of charges) {
        const held = Math.max(...cards.filter((one) => one.id === id).map((one) => one.balance_minor))
        expect(amount_minor).toBeGreaterThan(0)
        expect(amount_minor).toBeLessThanOrEqual(held)
      }
      if (left_minor > 0) {
        const most = [...new Map(cards.map((one) => [one.id, one.balance_minor])).values()]
        expect(total - left_minor).toBe(most.reduce((sum, one) => sum + one, 0))
      }
    }),
  )
})

const entry: fc.Arbitrary<Entry> = fc.record({
  kind: fc.constantFrom('issued', 'charged', 'returned', 'expired', 'corrected'),
  amount_minor: fc.integer({ min: -100, max: 100 }),
})

test('a balance is the sum of its entries and never below nothing', () => {
  fc.assert(
    fc.property(fc.array(entry), (wanted) => {
      const kept: Entry[] = []
      let balance = 0
      for (const one of wanted) {
        const after = balanceAfter(balance, one)
        if (after === null) continue
        kept.push(one)
        balance = after
        expect(balance).toBeGreaterThanOrEqual(0)
      }
      expect(balanceOf(kept)).toBe(balance)
    }),
  )
})

test('an entry has the sign of its kind', () => {
  const after = (kind: Entry['kind'], amount_minor: number) => balanceAfter(50, { kind, amount_minor })
  expect([after('issued', 10), after('returned', 10), after('corrected', 10)]).toEqual([60, 60, 60])
  expect([after('charged', -10), after('expired', -50), after('corrected', -10)]).toEqual([40, 0, 40])
  expect([after('issued', -10), after('charged', 10), after('charged', -51), after('corrected', 0)]).toEqual(
    Array(4).fill(null),
  )
  expect(() => balanceOf([{ kind: 'charged', amount_minor: -1 }])).toThrow('broken')
})
