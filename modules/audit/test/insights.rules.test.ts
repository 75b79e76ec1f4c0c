import { expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { findBursts } from '../domain/find-bursts.ts'
import { findSingles } from '../domain/find-singles.ts'
import { findLargeRefunds, findNightWork, type Habit } from '../domain/find-unusual.ts'
import type { Fact, Insight } from '../domain/insight.ts'

const ME = newId()
const START = Date.parse('2026-05-04T10:00:00.000Z')

function fact(action: string, minutes: number, over: Partial<Fact> = {}): Fact {
  return {
    id: newId(),
    action,
    subject_type: 'account',
    subject_id: 'somebody',
    actor_kind: 'staff',
    actor_id: ME,
    ip: '203.0.113.5',
    occurred_at: new Date(START + minutes * 60_000).toISOString(),
    audience: null,
    new_country: false,
    amount: null,
    ...over,
  }
}

const many = (count: number, action: string, over: (index: number) => Partial<Fact> = () => ({})): Fact[] =>
  Array.from({ length: count }, (_, index) => fact(action, index, over(index)))
const kinds = (insights: readonly Insight[]): string[] => insights.map(({ kind }) => kind)
const guest = { actor_kind: 'guest', actor_id: null } as const

test('failed sign-ins from one address stand out, and the entries are behind them', () => {
  const facts = many(12, 'authn_login_fail', (index) => ({ ...guest, subject_id: `a${String(index)}` }))
  const [found, ...others] = findBursts(facts)
  expect(others).toEqual([])
  expect(found).toMatchObject({ kind: 'failed-sign-ins', severity: 'warning', count: 12, actor_id: null })
  expect(found?.entry_ids).toEqual(facts.map(({ id }) => id).reverse())
  expect(findBursts(facts.slice(0, 9))).toEqual([])
})

test('failed sign-ins to one account stand out from wherever they come', () => {
  const facts = many(8, 'authn_login_fail', (index) => ({ ...guest, ip: `203.0.113.${String(index)}` }))
  expect(kinds(findBursts(facts))).toEqual(['account-under-attack'])
  const slow = facts.map((each, index) => ({ ...each, occurred_at: fact('', index * 20).occurred_at }))
  expect(findBursts(slow)).toEqual([])
})

test('bursts that overlap are one, and those a day apart are two', () => {
  const day = 24 * 60
  const facts = [0, 1, 2, day, day + 1, day + 2].map((minutes) => fact('audit.exported', minutes))
  expect(findBursts(facts).map(({ kind, count }) => [kind, count])).toEqual([
    ['export', 3],
    ['export', 3],
  ])
})

test('mass changes, removals and refunds of the staff stand out; a shopper’s do not', () => {
  expect(kinds(findBursts(many(10, 'catalog.product-archived')))).toContain('mass-delete')
  expect(kinds(findBursts(many(30, 'media.picture-removed').slice(0, 9)))).toEqual([])
  const quick = many(100, 'inventory.adjusted').map((each, index) => ({
    ...each,
    occurred_at: fact('', index / 10).occurred_at,
  }))
  expect(kinds(findBursts(quick))).toEqual(['mass-change'])
  expect(findBursts(quick.map((each) => ({ ...each, actor_kind: 'customer' })))).toEqual([])
  expect(kinds(findBursts(many(10, 'payments.refund-requested')))).toEqual(['many-refunds'])
})

test.each([
  ['authn_token_reuse', {}, 'token-reuse'],
  ['authn_passkey_cloned', {}, 'copied-passkey'],
  ['authn_impossible_travel', {}, 'impossible-travel'],
  ['authn_login_success', { new_country: true, audience: 'staff' }, 'new-country'],
  ['authz_change', {}, 'privilege-change'],
  ['authz_policy_deleted', {}, 'privilege-change'],
  ['audit.restarted', {}, 'log-touched'],
  ['identity.keys-withdrawn', {}, 'keys-withdrawn'],
])('%s %j is worth a look: %s', (action, over, kind) => {
  expect(kinds(findSingles([fact(action, 0, over)]))).toEqual([kind])
})

test('what is ordinary is not', () => {
  const ordinary = [
    fact('authn_login_success', 0),
    fact('authn_login_success', 1, { new_country: true, audience: 'shop' }),
    fact('authz_approval_proposed', 2),
    fact('orders.shipped', 3),
  ]
  expect(findSingles(ordinary)).toEqual([])
})

const byDay: Habit = {
  actor_id: ME,
  hours: Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 17 ? 50 : 0)),
  days: 20,
  refunds: 20,
  usual_refund: 5_000,
}
const habits = new Map([[ME, byDay]])

test('work at an hour at which a person never works stands out, once there are habits', () => {
  const night = [fact('orders.shipped', 17 * 60), fact('orders.shipped', 17 * 60 + 5)]
  expect(findNightWork(night, habits)).toMatchObject([{ kind: 'night-work', actor_id: ME, count: 2 }])
  expect(findNightWork([fact('orders.shipped', 0)], habits)).toEqual([])
  // An hour beside the usual ones is still usual.
  expect(findNightWork([fact('orders.shipped', 7 * 60)], habits)).toEqual([])
  expect(findNightWork(night, new Map([[ME, { ...byDay, days: 2 }]]))).toEqual([])
  expect(findNightWork(night, new Map())).toEqual([])
})

test('a refund far above what a person usually gives stands out', () => {
  const refund = (amount: number): Fact => fact('payments.refund-requested', 0, { amount })
  expect(findLargeRefunds([refund(30_000)], habits)).toMatchObject([{ kind: 'large-refund', count: 1 }])
  expect(findLargeRefunds([refund(12_000)], habits)).toEqual([])
  expect(kinds(findLargeRefunds([refund(100_000)], new Map()))).toEqual(['large-refund'])
  expect(findLargeRefunds([refund(20_000)], new Map())).toEqual([])
})
