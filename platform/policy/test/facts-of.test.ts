import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Operation } from '../../contract/define-contract.ts'
import { Id, MoneyIn } from '../../contract/fields.ts'
import type { StaffPrincipal } from '../../contract/principal.ts'
import { contextOf } from '../../contract/test/toy-contract.ts'
import { EVERYTHING } from '../facts.ts'
import { factsOf } from '../facts-of.ts'

const now = new Date('2026-03-04T12:00:00Z')
const id = '019c0000-0000-7000-8000-000000000001'

const refund: Operation = {
  kind: 'command',
  summary: 'x',
  http: { method: 'POST', path: '/orders/:order_id/refunds' },
  access: { allow: ['staff'], permission: 'toy:refund', facts: { amount: 'amount', granted_role: 'role' } },
  input: z.strictObject({ order_id: Id, amount: MoneyIn.optional(), role: z.string().optional() }),
  output: z.null(),
}

const staff: StaffPrincipal = {
  kind: 'staff',
  id,
  session_id: 's',
  role: 'manager',
  roles: ['manager', 'helper'],
  priority: 60,
  permissions: [],
  authenticated_at: now.getTime() - 1_000,
  factors: ['password'],
  device_known: true,
  risk: 'medium',
}

const about = (input: unknown, context = contextOf({ principal: staff }), operation = refund) =>
  factsOf(context, {
    name: 'toy.refund',
    operation,
    input: operation.input.parse(input),
    permitted: true,
    now,
    currency: 'USD',
  })

it('tells who calls', () => {
  expect(about({ order_id: id })).toMatchObject({
    principal: 'Staff',
    id,
    resource: `order/${id}`,
    fresh: true,
    approved: false,
    role: 'manager',
    roles: ['manager', 'helper'],
    priority: 60,
    factors: ['password'],
    device_known: true,
    risk: 'medium',
  })
  const guest = about({ order_id: id }, contextOf())
  expect(guest).toMatchObject({
    principal: 'Guest',
    id: null,
    role: '',
    roles: [],
    factors: [],
    fresh: false,
  })
})

it('names the contract where a call is about nothing in particular', () => {
  const { http: _, ...inner } = refund
  expect(about({ order_id: id }, contextOf(), inner).resource).toBe('toy')
})

describe('the amount', () => {
  it('is in minor units', () => {
    expect(about({ order_id: id, amount: '600.5' }).amount).toBe(60_050)
    expect(about({ order_id: id, amount: 600 }).amount).toBe(60_000)
    expect(about({ order_id: id, amount: { amount: '1', currency: 'USD' } }).amount).toBe(100)
  })

  it('is everything where it is left out, or not one of this shop', () => {
    expect(about({ order_id: id }).amount).toBe(EVERYTHING)
    expect(about({ order_id: id, amount: { amount: '1', currency: 'EUR' } }).amount).toBe(EVERYTHING)
    expect(about({ order_id: id, amount: '1.234' }).amount).toBe(EVERYTHING)
  })

  it('is none where the operation has none', () => {
    const { facts: _, ...access } = refund.access
    expect(about({ order_id: id, amount: '1' }, contextOf(), { ...refund, access }).amount).toBeNull()
  })
})

it('tells which role is given', () => {
  expect(about({ order_id: id, role: 'admin' }).granted_role).toBe('admin')
  expect(about({ order_id: id }).granted_role).toBeNull()
})

it.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['fe80::1%eth0', 'fe80::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['somewhere', null],
  [null, null],
])('reads the address %s', (ip, plain) => {
  expect(about({ order_id: id }, contextOf({ principal: staff, ip })).ip).toBe(plain)
})
