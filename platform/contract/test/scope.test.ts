import { describe, expect, it } from 'vitest'
import { refusal } from '../authorize.ts'
import type { Access } from '../define-contract.ts'
import { defineContract } from '../define-contract.ts'
import type { CustomerPrincipal } from '../principal.ts'
import { contextOf } from './toy-contract.ts'
import { z } from 'zod'

const customer: CustomerPrincipal = { kind: 'customer', id: 'c', session_id: 's', guest_token: null }
const scoped: Access = { allow: ['customer'], scope: 'shop:read' }
const codeOf = (access: Access, scopes?: readonly string[] | null) =>
  refusal(access, contextOf({ principal: scopes === undefined ? customer : { ...customer, scopes } }))
    ?.code ?? null

describe('an app that acts for a customer', () => {
  it('calls what the customer allowed', () => {
    expect(codeOf(scoped, ['openid', 'shop:read'])).toBeNull()
  })

  it('is refused what it was not allowed', () => {
    expect(codeOf(scoped, ['shop:orders'])).toBe('FORBIDDEN')
    expect(codeOf(scoped, [])).toBe('FORBIDDEN')
  })

  it('is refused every operation that names no scope, even one that is open to anyone', () => {
    expect(codeOf({ allow: ['customer'] }, ['shop:read', 'shop:orders'])).toBe('FORBIDDEN')
    expect(codeOf({ allow: ['anyone'] }, ['shop:read', 'shop:orders'])).toBe('FORBIDDEN')
  })

  it('cannot give a fresh proof of who the customer is', () => {
    expect(codeOf({ ...scoped, fresh: true }, ['shop:read'])).toBe('STEP_UP_REQUIRED')
  })
})

describe('customers themselves', () => {
  it('need no scope', () => {
    expect(codeOf(scoped)).toBeNull()
    expect(codeOf(scoped, null)).toBeNull()
    expect(codeOf({ allow: ['customer'] }, null)).toBeNull()
  })
})

it('refuses a contract whose scope nobody could hold', () => {
  const operation = {
    kind: 'query',
    summary: 'x',
    http: { method: 'GET', path: '/x' },
    access: { allow: ['guest'], scope: 'shop:read' },
    input: z.strictObject({}),
    output: z.null(),
  } as const
  expect(() => defineContract({ name: 'toy', operations: { operation } })).toThrow(/scope/)
})
