import { z } from 'zod'
import { defineContract, type Operation } from '../../contract/define-contract.ts'
import { actionsOf } from '../actions.ts'
import { compilePolicies, type PolicySet } from '../compile.ts'
import type { Facts } from '../facts.ts'

const reading = (path: `/${string}`, access: Operation['access']): Operation => ({
  kind: 'query',
  summary: 'Reads.',
  http: { method: 'GET', path },
  access,
  input: z.strictObject({}),
  output: z.null(),
})

const changing = (path: `/${string}`, access: Operation['access']): Operation => ({
  ...reading(path, access),
  kind: 'command',
  http: { method: 'POST', path },
})

export const toy = defineContract({
  name: 'toy',
  operations: {
    browse: reading('/toys', { allow: ['anyone'], permission: 'toy:read' }),
    refund: changing('/toys/refund', { allow: ['staff'], permission: 'toy:refund' }),
    buy: changing('/toys/buy', { allow: ['customer', 'guest'] }),
    inner: { ...reading('/x', { modules: ['server'] }), http: undefined } as unknown as Operation,
  },
})

export const toyActions = actionsOf([toy])

export const staff: Facts = {
  principal: 'Staff',
  id: '019c0000-0000-7000-8000-000000000001',
  resource: 'toy',
  permitted: true,
  fresh: false,
  approved: false,
  role: 'manager',
  roles: ['manager', 'helper'],
  priority: 60,
  factors: ['password', 'totp'],
  device_known: true,
  risk: 'low',
  ip: '192.0.2.7',
  country: null,
  at: new Date('2026-03-04T02:30:00Z'),
  amount: null,
  granted_role: null,
}

/** Policies, each text by its name. */
export function policySet(texts: Readonly<Record<string, string>>): PolicySet {
  const sources = Object.entries(texts).map(([name, text]) => ({ id: name, name, text }))
  return compilePolicies(sources, toyActions)
}
