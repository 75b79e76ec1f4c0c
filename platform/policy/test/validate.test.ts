import { expect, it } from 'vitest'
import { schemaText } from '../schema.ts'
import { validatePolicies } from '../validate.ts'
import { toyActions } from './toy.ts'

const found = (text: string) => validatePolicies({ id: 'x', name: 'x', text }, toyActions).problems
const problems = (text: string) =>
  found(text)
    .map(({ message }) => message)
    .join(' ')
/** `line:column`, of each problem. */
const places = (text: string) =>
  found(text).map(({ place }) => (place === null ? null : `${String(place.line)}:${String(place.column)}`))

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

const ALL = 'forbid(principal, action, resource)'

it.each([
  ['what cannot be read', `${ALL}\n  when { context.hour > };`, ['2:25']],
  ['what ends too soon', `// a\n\n${ALL}`, ['3:36']],
  ['an attribute', `${ALL} when { true };\n${ALL}\n  when { context.colour == 1 };`, ['3:10']],
  ['letters of several bytes', `// é€😀\n${ALL} when { "é😀" == context.colour };`, ['2:53']],
  ['each of several', `${ALL}\nwhen { context.a };\n${ALL}\nwhen { context.b };`, ['2:8', '4:8']],
  ['an unknown operation', 'forbid(principal, action == Action::"toy.sell", resource);', ['1:29']],
  ['what can never apply', `${ALL} when { context.fresh };\n${ALL} when { false };`, ['2:1']],
  ['a large number', `// 9007199254740993\n${ALL} when { context.at > 9007199254740993 };`, ['2:57']],
  [
    'a policy that stands in a comment as well',
    `// @needs("luck") ${ALL} unless { context.fresh };\n@needs("luck") ${ALL} unless { context.fresh };`,
    ['2:1'],
  ],
  ['a quotation that looks like a comment', `${ALL} when { "//" == context.colour };`, ['1:52']],
  ['the whole', '// nothing', [null]],
])('says where: %s', (_what, text, where) => {
  expect(places(text)).toEqual(where)
})

it('calls no policy by the engine’s own number', () => {
  expect(problems(`${ALL} when { context.colour == 1 };`)).toMatch(/^attribute `colour` in context not found/)
})

it('shows people what conditions may speak of', () => {
  expect(schemaText()).toContain('  country?: String,')
  expect(schemaText()).toContain('  factors: Set<String>,')
})
