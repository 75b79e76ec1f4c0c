import { expect, it } from 'vitest'
import { schemaText } from '../schema.ts'
import { validatePolicies } from '../validate.ts'
import { toyActions } from './toy.ts'

const problems = (text: string) =>
  validatePolicies({ id: 'x', name: 'x', text }, toyActions).problems.join(' ')

it('accepts what can be decided by', () => {
  const text = `// Nobody refunds at night.
    @needs("approval")
    forbid(principal is Staff, action in [Action::"toy.refund"], resource)
    when { context.hour < 6 && context.ip.isInRange(ip("10.0.0.0/8")) && context.roles.contains("manager") }
    unless { context.approved };`
  expect(problems(text)).toBe('')
})

it.each([
  ['forbid(principal', /end of input|unexpected/],
  ['', /no policy/],
  ['// nothing', /no policy/],
  ['forbid(principal == ?principal, action, resource);', /Slots/],
  ['forbid(principal, action == Action::"toy.sell", resource);', /toy\.sell/],
  ['forbid(principal is Robot, action, resource);', /Robot/],
  ['forbid(principal, action, resource) when { context.colour == "red" };', /colour/],
  ['forbid(principal, action, resource) when { context.country == "DE" };', /country/],
  ['forbid(principal, action, resource) when { context.hour == "six" };', /Long|type/],
  ['forbid(principal, action, resource) when { context.ip.isInRange(ip("office")) };', /office/],
  ['forbid(principal is Guest, action == Action::"toy.refund", resource);', /./],
  ['forbid(principal, action, resource) when { context.at > 9007199254740993 };', /go up to/],
  ['forbid(principal, action, resource) when { false };', /impossible|always false/],
  ['@needs("approval") permit(principal, action, resource);', /belongs to a forbid/],
  ['@needs("luck") forbid(principal, action, resource) unless { context.fresh };', /luck/],
  ['@needs("step_up") forbid(principal, action, resource) unless { context.approved };', /context\.fresh/],
  ['forbid(principal, action, resource) when { context.fresh };'.repeat(21), /at most 20/],
  [`forbid(principal, action, resource) when { ${'('.repeat(40)}true${')'.repeat(40)} };`, /nested/],
  [
    `forbid(principal, action, resource) when { "\\")" != "${'('.repeat(40)}" || ${'!('.repeat(40)}true`,
    /nested/,
  ],
])('refuses %s', (text, reason) => {
  expect(problems(text)).toMatch(reason)
})

it('does not take brackets in quoted texts and comments for nested ones', () => {
  const text = `forbid(principal, action, resource) // ${'('.repeat(50)}
    when { context.role == "${'['.repeat(50)}" };`
  expect(problems(text)).toBe('')
})

it('shows people what conditions may speak of', () => {
  expect(schemaText()).toContain('  country?: String,')
  expect(schemaText()).toContain('  factors: Set<String>,')
})
