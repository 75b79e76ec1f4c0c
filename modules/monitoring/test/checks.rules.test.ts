import { expect, test } from 'vitest'
import { checkNames, checks, type CheckName } from '../domain/checks.ts'
import type { Facts } from '../domain/facts.ts'
import { judge, scoreOf } from '../domain/score.ts'
import { compareWithUsual } from '../domain/unusual.ts'
import { findingView } from '../finding-view.ts'
import { NOW, sound } from './scene.ts'

type Part = 'people' | 'powers' | 'signals' | 'trail' | 'packages' | 'settings'

function changed<P extends Part>(part: P, over: Partial<NonNullable<Facts[P]>>): Facts {
  return { ...sound, [part]: { ...sound[part], ...over } }
}

const hoursAgo = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString()
const local = { public_url: 'http://localhost:8000' }
const strange = { public_url: 'http://shop.example' }

const cases: readonly (readonly [CheckName, 'good' | 'attention' | 'bad', Facts])[] = [
  ['second-factors', 'bad', changed('people', { staff_with_second_factor: 3 })],
  ['second-factors', 'attention', changed('people', { staff: 20, staff_with_second_factor: 19 })],
  ['second-factors', 'good', changed('people', { staff: 0, staff_with_second_factor: 0 })],
  ['passkeys', 'attention', changed('people', { staff_with_passkey: 0 })],
  ['super-admins', 'bad', changed('people', { super_admins: 0 })],
  ['super-admins', 'attention', changed('people', { super_admins: 1 })],
  ['super-admins', 'good', changed('people', { super_admins: 3 })],
  ['super-admins', 'attention', changed('people', { super_admins: 4 })],
  ['lapsed-invitations', 'attention', changed('people', { invitations_lapsed: 1 })],
  ['idle-sessions', 'attention', changed('people', { staff_sessions_idle: 1 })],
  ['disabled-passwords', 'attention', changed('people', { customer_passwords_disabled: 1 })],
  ['locked-accounts', 'attention', changed('people', { staff_locked: 1 })],
  ['failed-sign-ins', 'attention', changed('signals', { failed_sign_ins: [40, 8, 8] })],
  ['failed-sign-ins', 'bad', changed('signals', { failed_sign_ins: [400, 8, 8] })],
  ['lockouts', 'attention', changed('signals', { lockouts: [3, 0, 0] })],
  ['token-reuse', 'attention', changed('signals', { token_reuse: [0, 1] })],
  ['token-reuse', 'bad', changed('signals', { token_reuse: [1, 0] })],
  ['unusual-patterns', 'attention', { ...sound, warnings: 1 }],
  ['signing-key', 'attention', changed('people', { signing_key_created_at: hoursAgo(24 * 33) })],
  ['signing-key', 'bad', changed('people', { signing_key_created_at: hoursAgo(24 * 90) })],
  ['unused-api-keys', 'attention', changed('powers', { keys_stale: 1 })],
  ['old-api-keys', 'attention', changed('powers', { keys_old: 1 })],
  ['open-api-keys', 'attention', changed('powers', { keys_without_network: 2 })],
  ['full-power-roles', 'attention', changed('powers', { full_power_roles: 2 })],
  ['endless-roles', 'attention', changed('powers', { assignments_without_end: 1 })],
  ['policy-gaps', 'attention', changed('powers', { policy_gaps: ['orders.refundOrder'] })],
  ['policy-gaps', 'bad', changed('powers', { policies_enabled: 0 })],
  ['policy-errors', 'bad', changed('powers', { policy_errors: 1 })],
  ['waiting-approvals', 'attention', changed('powers', { approvals_waiting: 1 })],
  ['audit-chain', 'attention', changed('trail', { state: 'behind' })],
  ['audit-chain', 'bad', changed('trail', { state: 'tampered', first_bad_position: 17 })],
  ['audit-checkpoint', 'attention', changed('trail', { proven_until: null })],
  ['audit-checkpoint', 'attention', changed('trail', { proven_until: hoursAgo(30) })],
  ['audit-checkpoint', 'bad', changed('trail', { proven_until: hoursAgo(100) })],
  ['audit-checkpoint', 'good', changed('trail', { entries: 0, proven_until: null })],
  ['https', 'attention', changed('settings', local)],
  ['https', 'bad', changed('settings', strange)],
  ['https', 'bad', changed('settings', { public_url: 'http://localhost.example' })],
  ['sandbox-payments', 'attention', changed('settings', { ...local, sandbox_payments: true })],
  ['sandbox-payments', 'bad', changed('settings', { sandbox_payments: true })],
  ['mail', 'attention', changed('settings', { sends_mail: false })],
  ['network', 'good', changed('settings', { ...local, trust_proxy: [] })],
  ['network', 'attention', changed('settings', { trust_proxy: [] })],
  ['network', 'attention', changed('settings', { ...local, host: '0.0.0.0', trust_proxy: [] })],
  ['network', 'good', changed('settings', { host: '0.0.0.0', trust_proxy: ['10.0.0.2'] })],
  ['packages', 'bad', changed('packages', { problems: ['fastify 5.0.0 is below 5.12.1 (CVE-2025-32442)'] })],
]

test.each(cases)('%s is %s', (name, state, facts) => {
  const found = judge(facts).find((outcome) => outcome.check === name)
  expect(found).toMatchObject({ state })
  if (state === 'good') expect(found?.points).toBe(found?.weight)
  else expect(found?.points).toBeLessThan(found?.weight ?? 0)
})

test('every check can be other than good, and one that can is tried above', () => {
  const tried = new Set(cases.filter(([, state]) => state !== 'good').map(([name]) => name))
  expect([...tried].sort()).toEqual([...checkNames].sort())
})

test('a sound shop has all of the points', () => {
  expect(judge(sound).filter(({ state }) => state !== 'good')).toEqual([])
  expect(scoreOf(judge(sound))).toEqual({ score: 100, grade: 'A' })
})

test('what could not be learned is unknown and earns nothing', () => {
  const blind: Facts = {
    ...sound,
    people: null,
    powers: null,
    signals: null,
    trail: null,
    warnings: null,
    packages: null,
  }
  const outcomes = judge(blind)
  const unknown = outcomes.filter(({ state }) => state === 'unknown')
  expect(unknown).toHaveLength(checkNames.length - 4)
  expect(unknown.every(({ points, weight }) => points === 0 && weight > 0)).toBe(true)
  expect(scoreOf(outcomes).grade).toBe('E')
})

test('no single silence leaves the best grade where the check could have been bad', () => {
  for (const part of ['people', 'powers', 'signals', 'trail', 'warnings', 'packages'] as const) {
    expect(scoreOf(judge({ ...sound, [part]: null })).score).toBeLessThan(100)
  }
})

test('a bad check with a cap holds the score down, whatever else is good', () => {
  const tampered = scoreOf(judge(changed('trail', { state: 'tampered' })))
  expect(tampered).toEqual({ score: 49, grade: 'E' })
  for (const [name, state, facts] of cases) {
    const { cap } = checks[name]
    if (state === 'bad' && cap !== undefined) expect(scoreOf(judge(facts)).score).toBeLessThanOrEqual(cap)
  }
})

test.each([
  [[19, 0, 0], 20, 'good'],
  [[20, 0, 0], 20, 'attention'],
  [[20, 7, 7], 20, 'good'],
  [[100, 9, 9], 20, 'bad'],
  [[100, 10, 10], 20, 'attention'],
  [[5], 3, 'attention'],
  [[], 3, 'good'],
] as const)('%j with floor %d is %s', (perDay, floor, state) => {
  expect(compareWithUsual(perDay, floor).state).toBe(state)
})

test('every finding has words in both languages, with advice unless it is good', () => {
  for (const [, , facts] of [
    ...cases,
    ['', '', sound] as const,
    ['', '', { ...sound, trail: null }] as const,
  ]) {
    for (const outcome of judge(facts)) {
      for (const language of ['en', 'de'] as const) {
        const { title, found, advice, state } = findingView(outcome, language)
        expect(`${title} ${found} ${advice ?? ''}`).not.toMatch(/undefined|NaN|\[object/)
        expect(found).toMatch(/[.!…]$/)
        expect(advice === null).toBe(state === 'good')
      }
    }
  }
})
