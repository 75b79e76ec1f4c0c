import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isOwnOnly, refusal } from '../authorize.ts'
import type { CallContext } from '../call-context.ts'
import { type Access, defineContract } from '../define-contract.ts'
import { dispatcher } from '../dispatcher.ts'
import { ownerOf } from '../owner.ts'
import type { StaffPrincipal } from '../principal.ts'
import { contextOf } from './toy-contract.ts'

const access: Access = { allow: ['staff'], permission: 'toy:write', own: 'toy:own', modules: ['friend'] }
const staff = (...permissions: string[]): StaffPrincipal => ({
  kind: 'staff',
  id: '019c0000-0000-7000-8000-000000000001',
  session_id: 's',
  role: 'seller',
  permissions,
})
const as = (principal: CallContext['principal'], caller = 'edge') => contextOf({ principal, caller })

describe('an operation that lets staff at their own', () => {
  it('is open to who holds the permission, for everything', () => {
    for (const held of ['toy:write', 'toy:*', '*:*', '*:write']) {
      expect(refusal(access, as(staff(held)))).toBeNull()
      expect(isOwnOnly(access, as(staff(held)))).toBe(false)
    }
  })

  it('is open to who holds only their own, for that alone', () => {
    for (const held of ['toy:own', '*:own']) {
      expect(refusal(access, as(staff(held, 'toy:read')))).toBeNull()
      expect(isOwnOnly(access, as(staff(held, 'toy:read')))).toBe(true)
    }
  })

  it('is open for everything to who holds both', () => {
    expect(isOwnOnly(access, as(staff('toy:own', 'toy:write')))).toBe(false)
  })

  it('is closed to who holds neither, or their own of something else', () => {
    for (const held of ['toy:read', 'other:own', 'other:write'])
      expect(refusal(access, as(staff(held)))?.code).toBe('FORBIDDEN')
  })

  it('is not narrowed for a module, which answers for what it asks', () => {
    expect(refusal(access, as(staff('toy:own'), 'friend'))).toBeNull()
    expect(isOwnOnly(access, as(staff('toy:own'), 'friend'))).toBe(false)
  })

  it('still wants a fresh proof where it says so', () => {
    expect(refusal({ ...access, fresh: true }, as(staff('toy:own')))?.code).toBe('STEP_UP_REQUIRED')
  })
})

it('does not open to their own what does not say so', () => {
  const plain: Access = { allow: ['staff'], permission: 'toy:write' }
  expect(refusal(plain, as(staff('toy:own')))?.code).toBe('FORBIDDEN')
})

const mine = {
  kind: 'query',
  summary: 'x',
  http: { method: 'GET', path: '/x' },
  access,
  input: z.strictObject({}),
  output: z.strictObject({ owner: z.string().nullable() }),
} as const

it('tells the implementation whose rows the call may touch', async () => {
  const contract = defineContract({ name: 'toy', operations: { mine } })
  const target = dispatcher(contract, {
    mine: (_input, context) => Promise.resolve({ owner: ownerOf(context) }),
  })
  const ask = (principal: StaffPrincipal, caller?: string) =>
    target.dispatch({ operation: 'mine', input: {}, context: as(principal, caller) })
  expect(await ask(staff('toy:own'))).toEqual({ owner: staff().id })
  expect(await ask(staff('toy:write'))).toEqual({ owner: null })
  expect(await ask(staff('toy:own'), 'friend')).toEqual({ owner: null })
})

it('takes no word of the caller for it', async () => {
  const contract = defineContract({ name: 'toy', operations: { mine } })
  const target = dispatcher(contract, {
    mine: (_input, context) => Promise.resolve({ owner: ownerOf(context) }),
  })
  const context = { ...as(staff('toy:own')), own_only: false }
  expect(await target.dispatch({ operation: 'mine', input: {}, context })).toEqual({ owner: staff().id })
})

it('never takes somebody else for the owner of everything', () => {
  const guest = { own_only: true, principal: { kind: 'guest', guest_token: null } } as const
  expect(() => ownerOf(guest)).toThrow(/their own/)
})

it('refuses a contract that lets staff at their own and names no permission for the rest', () => {
  const operation = { ...mine, access: { allow: ['anyone'], own: 'toy:own' } } as const
  expect(() => defineContract({ name: 'toy', operations: { operation } })).toThrow(/names no permission/)
})
