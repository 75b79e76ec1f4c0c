import { expect, it } from 'vitest'
import { decide } from '../decide.ts'
import { policySet, staff, toyActions } from './toy.ts'

it('knows only operations that somebody outside may call', () => {
  expect([...toyActions.keys()]).toEqual(['toy.browse', 'toy.refund', 'toy.buy'])
  expect(toyActions.get('toy.buy')?.principals).toEqual(['Customer', 'Guest'])
})

it('finds no policy for what none concerns', () => {
  const set = policySet({
    staff: 'forbid(principal is Staff, action, resource) when { context.hour < 6 };',
    buying: 'forbid(principal, action == Action::"toy.buy", resource);',
    two: 'forbid(principal, action in [Action::"toy.refund", Action::"toy.buy"], resource);',
    ada: 'forbid(principal == Staff::"ada", action in Action::"reading", resource);',
  })
  const names = (action: string, type: 'Guest' | 'Customer' | 'Staff') =>
    [...(set.concern(action, type)?.policies.values() ?? [])].map(({ name }) => name)
  expect(set.concern('toy.browse', 'Guest')).toBeNull()
  expect(set.concern('toy.browse', 'Customer')).toBeNull()
  expect(names('toy.browse', 'Staff')).toEqual(['staff', 'ada'])
  expect(names('toy.buy', 'Guest')).toEqual(['buying', 'two'])
  expect(names('toy.refund', 'Staff')).toEqual(['staff', 'two'])
  expect(set.concern('toy.unknown', 'Staff')).toBeNull()
})

it('says which text cannot be read, and reads the others', () => {
  const set = policySet({ broken: 'forbid(principal', fine: 'forbid(principal, action, resource);' })
  expect(set.problems.join()).toMatch(/^broken: /)
  expect(set.concern('toy.buy', 'Guest')?.policies.size).toBe(1)
})

it('keeps sets apart, whichever was released before', () => {
  const first = policySet({ a: 'forbid(principal, action, resource);' })
  expect(decide(first.concern('toy.refund', 'Staff'), staff).verdict).toBe('deny')
  first.release()
  const second = policySet({ a: 'permit(principal, action, resource);' })
  const third = policySet({ a: 'forbid(principal, action, resource);' })
  expect(decide(second.concern('toy.refund', 'Staff'), staff).verdict).toBe('allow')
  expect(decide(third.concern('toy.refund', 'Staff'), staff).verdict).toBe('deny')
  expect(decide(second.concern('toy.refund', 'Staff'), staff).verdict).toBe('allow')
})
