import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import { type Giver, refusalToChange, refusalToGive, TOP } from '../domain/giving.ts'
import { combine } from '../domain/standing.ts'

const resource = fc.constantFrom('orders', 'catalog', 'access')
const action = fc.constantFrom('read', 'write', 'refund')
const concrete = fc.tuple(resource, action).map(([r, a]) => `${r}:${a}`)
const permission = fc
  .tuple(fc.oneof(resource, fc.constant('*')), fc.oneof(action, fc.constant('*')))
  .map(([r, a]) => `${r}:${a}`)
const permissions = fc.uniqueArray(permission, { maxLength: 4 })
const priority = fc.integer({ min: 1, max: TOP - 1 })
const role = fc.record({ name: fc.constant('role'), priority, permissions })

const giverOf = (held: { priority: number; permissions: readonly string[] }): Giver => ({
  priority: held.priority,
  holds: (wanted) => holdsPermission(held.permissions, wanted),
})

test('whatever is given opens nothing that the giver could not open, now or with operations to come', () => {
  fc.assert(
    fc.property(role, role, concrete, fc.constantFrom('a', 'later'), (giver, given, wanted, action) => {
      if (refusalToGive(giverOf(giver), given) !== null) return
      expect(given.priority).toBeLessThan(giver.priority)
      for (const needed of [wanted, `${wanted.split(':')[0] ?? ''}:${action}`, `new:${action}`]) {
        if (holdsPermission(given.permissions, needed))
          expect(holdsPermission(giver.permissions, needed)).toBe(true)
      }
    }),
    { numRuns: 5_000 },
  )
})

test('no row of changes makes a role that its changer could not have given, but for what stood there', () => {
  fc.assert(
    fc.property(role, role, fc.array(role, { maxLength: 6 }), concrete, (changer, first, steps, wanted) => {
      const giver = giverOf(changer)
      let present = first
      for (const next of steps) if (refusalToChange(giver, present, next) === null) present = next
      if (present === first) return
      expect(present.priority).toBeLessThan(changer.priority)
      if (holdsPermission(present.permissions, wanted)) {
        expect(holdsPermission([...changer.permissions, ...first.permissions], wanted)).toBe(true)
      }
    }),
    { numRuns: 5_000 },
  )
})

test('roles together open what one of them opens, and stand as high as the highest', () => {
  fc.assert(
    fc.property(fc.array(role, { maxLength: 4 }), concrete, (roles, wanted) => {
      const standing = combine(roles)
      expect(holdsPermission(standing.permissions, wanted)).toBe(
        roles.some((one) => holdsPermission(one.permissions, wanted)),
      )
      expect(standing.priority).toBe(Math.max(0, ...roles.map((one) => one.priority)))
    }),
  )
})
