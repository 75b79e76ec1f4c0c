import { describe, expect, it } from 'vitest'
import { ClientError } from '@rampart/client/client-error.ts'
import { forKeys, readNetworks } from '../app/api-keys/key-terms.ts'
import { readableFields } from '../app/approvals/readable.ts'
import { sentInput } from '../app/approvals/run-approved.ts'
import { lineDiff } from '../app/policies/line-diff.ts'
import { minorOf, readParameters, typedMinor, typedParameters } from '../app/policies/parameters.ts'
import { policyProblems, selectionAt } from '../app/policies/policy-problems.ts'
import { essential, holdOf, roleNameOf, toggled } from '../app/roles/holding.ts'

const person = '0190b8c0-0000-7000-8000-000000000001'
const english = { locale: 'en', currency: 'USD' }

describe('permissions of a role', () => {
  it('are held by themselves before they are held by a wildcard', () => {
    expect(holdOf(['orders:*', 'orders:read'], 'orders:read')).toEqual({ kind: 'own', by: 'orders:read' })
    expect(holdOf(['orders:*'], 'orders:read')).toEqual({ kind: 'wildcard', by: 'orders:*' })
    expect(holdOf(['*:*'], 'orders:read')).toEqual({ kind: 'wildcard', by: '*:*' })
    expect(holdOf(['orders:write'], 'orders:read')).toBeNull()
  })

  it('are said without what another covers', () => {
    expect(essential(['orders:read', 'orders:*', 'audit:read'])).toEqual(['audit:read', 'orders:*'])
  })

  it('give way to the wildcard that is chosen', () => {
    expect(toggled(['audit:read', 'orders:read'], 'orders:*', true)).toEqual(['audit:read', 'orders:*'])
    expect(toggled(['audit:read', 'orders:*'], 'orders:*', false)).toEqual(['audit:read'])
  })

  it('name a role by letters, digits and underscores', () => {
    expect(roleNameOf('Évening shift (2)')).toBe('evening_shift_2')
    expect(roleNameOf('24 h')).toBe('h')
  })
})

describe('keys of programs', () => {
  it('never act on accounts and access, nor beyond their owner', () => {
    expect(forKeys(['*:*'], 'orders:read')).toBe(true)
    expect(forKeys(['*:*'], 'identity:read')).toBe(false)
    expect(forKeys(['*:*'], '*:*')).toBe(false)
    expect(forKeys(['orders:read'], 'orders:write')).toBe(false)
  })

  it('take an address as a network of one', () => {
    expect(readNetworks(' 203.0.113.7\n2001:db8::1, 10.0.0.0/8 ')).toEqual([
      '203.0.113.7/32',
      '2001:db8::1/128',
      '10.0.0.0/8',
    ])
  })
})

describe('what two people agree on', () => {
  it('is read field by field', () => {
    const input = {
      order_id: person,
      user_id: person,
      amount: { amount: '600', currency: 'USD' },
      reason: null,
    }
    expect(readableFields(input)).toEqual([
      { name: 'order_id', kind: 'order', value: person },
      { name: 'user_id', kind: 'person', value: person },
      { name: 'amount', kind: 'money', amount: '600', currency: 'USD' },
    ])
  })

  it('is sent again as it was, an amount without a currency as a plain one', () => {
    expect(sentInput({ amount: { amount: '600', currency: null }, order_id: person })).toEqual({
      amount: '600',
      order_id: person,
    })
  })
})

describe('policies', () => {
  it('differ by the lines that went and came', () => {
    expect(lineDiff('a\nb\nc', 'a\nx\nc')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'gone', text: 'b' },
      { kind: 'new', text: 'x' },
      { kind: 'same', text: 'c' },
    ])
    expect(lineDiff('', 'a')).toEqual([
      { kind: 'gone', text: '' },
      { kind: 'new', text: 'a' },
    ])
  })

  it('take amounts as they are typed, in minor units', () => {
    expect(minorOf('1,500.5', english)).toBe(150_050)
    expect(minorOf('1.500,50', { locale: 'de', currency: 'EUR' })).toBe(150_050)
    expect(minorOf('500', { locale: 'en', currency: 'JPY' })).toBe(500)
    expect(minorOf('a lot', english)).toBeNull()
    expect(typedMinor(50_000, english)).toBe('500.00')
    expect(typedMinor(5, { locale: 'de', currency: 'EUR' })).toBe('0,05')
  })

  it('read the form of a template, and name what does not read', () => {
    const parameters = [
      { name: 'amount', title: 'Above', kind: 'money' as const, default: 50_000 },
      { name: 'networks', title: 'Office', kind: 'networks' as const, default: ['10.0.0.0/8'] },
    ]
    expect(typedParameters(parameters, null, english)).toEqual({ amount: '500.00', networks: '10.0.0.0/8' })
    expect(readParameters(parameters, { amount: '20', networks: '10.0.0.0/8\n::1/128' }, english)).toEqual({
      values: { amount: 2_000, networks: ['10.0.0.0/8', '::1/128'] },
      wrong: [],
    })
    expect(readParameters(parameters, { amount: 'x', networks: ' ' }, english).wrong).toEqual([
      'amount',
      'networks',
    ])
  })

  it('say at which line something is wrong', () => {
    const errors = [
      { path: 'text', message: 'Unexpected token.', line: 3, column: 8 },
      { path: 'text', message: 'No such action.' },
    ]
    const refused = new ClientError({ code: 'ACCESS_POLICY_INVALID', status: 400, message: '', errors })
    expect(policyProblems(refused).map(({ place }) => place)).toEqual([{ line: 3, column: 8 }, null])
    const told = new ClientError({
      code: 'ACCESS_POLICY_INVALID',
      status: 400,
      message: 'No such attribute.',
    })
    expect(policyProblems(told)).toEqual([{ place: null, message: 'No such attribute.' }])
    expect(policyProblems(new ClientError({ code: 'FORBIDDEN', status: 403, message: '' }))).toEqual([])
  })

  it('lead to the place, and to the whole line where it ends there', () => {
    const text = 'forbid (\n  principal\n);'
    const selected = (line: number, column: number) => text.slice(...selectionAt(text, { line, column }))
    expect(selected(2, 3)).toBe('principal')
    expect(selected(1, 9)).toBe('forbid (')
    expect(selected(3, 1)).toBe(');')
    expect(selected(9, 9)).toBe('')
  })
})
