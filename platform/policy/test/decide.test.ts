import { describe, expect, it } from 'vitest'
import { decide } from '../decide.ts'
import type { Facts } from '../facts.ts'
import { policySet, staff } from './toy.ts'

const verdict = (text: string, facts: Partial<Facts> = {}, action = 'toy.refund') => {
  const set = policySet({ mine: text })
  expect(set.problems).toEqual([])
  const all = { ...staff, ...facts }
  const decision = decide(set.concern(action, all.principal), all)
  set.release()
  return decision
}

it('leaves it to roles where no policy says anything', () => {
  expect(decide(null, staff).verdict).toBe('allow')
  expect(decide(null, { ...staff, permitted: false }).verdict).toBe('deny')
})

it('forbids what roles give, and names the policy', () => {
  const text =
    'forbid(principal is Staff, action == Action::"toy.refund", resource) when { context.hour < 6 };'
  expect(verdict(text)).toEqual({ verdict: 'deny', because: ['mine'], errors: [] })
  expect(verdict(text, { at: new Date('2026-03-04T12:00:00Z') }).verdict).toBe('allow')
})

it('permits what roles do not give, where nothing forbids it', () => {
  const permit = 'permit(principal is Staff, action, resource) when { context.roles.contains("helper") };'
  expect(verdict(permit, { permitted: false }).verdict).toBe('allow')
  expect(verdict(permit, { permitted: false, roles: ['manager'] }).verdict).toBe('deny')
  const both = `${permit} forbid(principal, action in Action::"changing", resource);`
  expect(verdict(both, { permitted: false }).verdict).toBe('deny')
})

it('knows an operation by its contract, its permission and whether it changes anything', () => {
  for (const group of ['toy', 'changing', 'toy:refund']) {
    const scope = `forbid(principal, action in Action::"${group}", resource);`
    const condition = `forbid(principal, action, resource) when { action in Action::"${group}" };`
    for (const text of [scope, condition]) {
      expect(verdict(text).verdict).toBe('deny')
      expect(verdict(text, {}, 'toy.browse').verdict).toBe(group === 'toy' ? 'deny' : 'allow')
    }
  }
})

it('knows networks, countries, devices, factors and risk', () => {
  const forbid = (condition: string) => `forbid(principal, action, resource) when { ${condition} };`
  const office = forbid('!context.ip.isInRange(ip("192.0.2.0/24"))')
  expect(verdict(office).verdict).toBe('allow')
  expect(verdict(office, { ip: '198.51.100.1' }).verdict).toBe('deny')
  expect(verdict(office, { ip: '2001:db8::1' }).verdict).toBe('deny')
  expect(verdict(office, { ip: null }).verdict).toBe('deny')
  const country = forbid('context has country && !["DE", "FR"].contains(context.country)')
  expect(verdict(country, { country: 'DE' }).verdict).toBe('allow')
  expect(verdict(country, { country: 'US' }).verdict).toBe('deny')
  expect(verdict(forbid('!context.device_known'), { device_known: false }).verdict).toBe('deny')
  expect(verdict(forbid('!context.factors.contains("passkey")')).verdict).toBe('deny')
  expect(verdict(forbid('context.risk == "high"'), { risk: 'high' }).verdict).toBe('deny')
})

describe('a condition that cannot be evaluated', () => {
  // The engine leaves such a policy out, and a forbid left out permits.
  it('denies, where it stands in a forbid', () => {
    const { verdict: found, errors } = verdict(
      'forbid(principal, action, resource) when { context.amount > 5 };',
    )
    expect(found).toBe('deny')
    expect(errors.join()).toContain('amount')
  })

  it('denies, where it stands beside policies that permit', () => {
    const text =
      'permit(principal, action, resource); permit(principal, action, resource) when { context.country == "DE" };'
    expect(verdict(text).verdict).toBe('deny')
  })

  it('denies, where a number grows too large', () => {
    const text = 'forbid(principal, action, resource) when { context.at * 9007199254740991 > 1 };'
    expect(verdict(text).verdict).toBe('deny')
  })

  it('denies, where a fact is none the engine knows', () => {
    const text = 'forbid(principal, action, resource) when { context.ip.isLoopback() };'
    expect(verdict(text, { ip: 'fe80::1%eth0' }).verdict).toBe('deny')
  })

  it('is not healed by a fresh proof', () => {
    const text =
      '@needs("step_up") forbid(principal, action, resource) when { !context.fresh || context.amount > 5 };'
    expect(verdict(text).verdict).toBe('deny')
  })
})

describe('a forbid that says what it needs', () => {
  const large = 'context has amount && context.amount > 50000'
  const both = `@needs("step_up,approval") forbid(principal is Staff, action, resource) when { ${large} } unless { context.fresh && context.approved };`

  it('asks for the proof first, then for the second person, then lets the call through', () => {
    const amount = 60_000
    expect(verdict(both, { amount }).verdict).toBe('step_up')
    expect(verdict(both, { amount, approved: true }).verdict).toBe('step_up')
    expect(verdict(both, { amount, fresh: true }).verdict).toBe('approval')
    expect(verdict(both, { amount, fresh: true, approved: true }).verdict).toBe('allow')
    expect(verdict(both, { amount: 50_000 }).verdict).toBe('allow')
  })

  it('asks for nothing that would not help', () => {
    const amount = 60_000
    const night = `${both} forbid(principal, action, resource) when { context.hour < 6 };`
    expect(verdict(night, { amount }).verdict).toBe('deny')
    expect(verdict(both, { amount, permitted: false }).verdict).toBe('deny')
    const never = '@needs("step_up") forbid(principal, action, resource);'
    expect(verdict(never).verdict).toBe('deny')
  })

  it('offers only what it names', () => {
    const text =
      '@needs("step_up") forbid(principal, action, resource) unless { context.fresh && context.approved };'
    expect(verdict(text).verdict).toBe('deny')
  })

  it('may stand beside another one', () => {
    const text =
      '@needs("step_up") forbid(principal, action, resource) unless { context.fresh };' +
      '@needs("approval") forbid(principal, action, resource) unless { context.approved };'
    expect(verdict(text).verdict).toBe('step_up')
    expect(verdict(text, { fresh: true }).verdict).toBe('approval')
    expect(verdict(text, { fresh: true, approved: true }).verdict).toBe('allow')
  })
})

it('answers no by a set that is not in force any more', () => {
  const set = policySet({ mine: 'permit(principal, action, resource);' })
  const concern = set.concern('toy.refund', 'Staff')
  set.release()
  const { verdict: found, errors } = decide(concern, staff)
  expect(found).toBe('deny')
  expect(errors).not.toEqual([])
})

it('tells the engine only what the policies look at', () => {
  const set = policySet({
    mine: 'forbid(principal, action, resource) when { context.hour < 6 && context has country };',
  })
  expect([...(set.concern('toy.refund', 'Staff')?.reads.context ?? [])].sort()).toEqual(['country', 'hour'])
  const whole = policySet({ mine: 'forbid(principal, action, resource) when { [context].isEmpty() };' })
  expect(whole.concern('toy.refund', 'Staff')?.reads.context).toBeNull()
  expect(decide(whole.concern('toy.refund', 'Staff'), staff).verdict).toBe('allow')
})
