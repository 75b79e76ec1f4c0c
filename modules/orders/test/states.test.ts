import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OrderStatus } from '@rampart/contracts/orders.ts'
import { type Actor, editableStatuses, sourcesOf, steps, targetsOf } from '../domain/states.ts'

const actors: readonly Actor[] = ['buyer', 'staff', 'checkout']
const ends = ['delivered', 'cancelled']

test('every status of the contract is reached from the beginning, and nothing else is', () => {
  const reached = new Set<string>(['pending_payment'])
  for (let more = true; more;) {
    const next = steps.filter((step) => reached.has(step.from) && !reached.has(step.to))
    for (const step of next) reached.add(step.to)
    more = next.length > 0
  }
  expect([...reached].sort()).toEqual([...OrderStatus.options].sort())
})

test('the ends are ends, and everything else goes on', () => {
  for (const status of OrderStatus.options) {
    const targets = actors.flatMap((actor) => targetsOf(status, actor))
    expect(targets.length === 0, status).toBe(ends.includes(status))
  }
})

test('only the checkout process marks an order as paid, and a buyer only ever cancels', () => {
  expect(sourcesOf('paid', 'buyer')).toEqual([])
  expect(sourcesOf('paid', 'staff')).toEqual([])
  expect(sourcesOf('paid', 'checkout')).toEqual(['pending_payment'])
  expect([...new Set(OrderStatus.options.flatMap((from) => targetsOf(from, 'buyer')))]).toEqual(['cancelled'])
})

test('the process never cancels what is paid', () => {
  expect(sourcesOf('cancelled', 'checkout')).toEqual(['pending_payment'])
})

test('nothing that has left the house is cancelled or corrected', () => {
  for (const actor of actors) {
    expect(targetsOf('shipped', actor)).not.toContain('cancelled')
    expect(targetsOf('delivered', actor)).toEqual([])
  }
  expect(editableStatuses).not.toContain('shipped')
  expect(editableStatuses).not.toContain('delivered')
  expect(editableStatuses).not.toContain('cancelled')
})

describe('any walk', () => {
  const status = fc.constantFrom(...OrderStatus.options)
  const actor = fc.constantFrom(...actors)

  test('sources and targets tell the same story', () => {
    fc.assert(
      fc.property(status, status, actor, (from, to, by) => {
        expect(sourcesOf(to, by).includes(from)).toBe(targetsOf(from, by).includes(to))
      }),
    )
  })

  test('comes to an end within five steps and never visits a status twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(actor, fc.nat()), { minLength: 8, maxLength: 8 }), (choices) => {
        const visited = ['pending_payment']
        for (const [by, choice] of choices) {
          const targets = targetsOf(visited.at(-1) as never, by)
          if (targets.length > 0) visited.push(targets[choice % targets.length]!)
        }
        expect(new Set(visited).size).toBe(visited.length)
        expect(visited.length).toBeLessThanOrEqual(5)
      }),
    )
  })
})
