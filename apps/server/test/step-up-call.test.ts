import { expect, it } from 'vitest'
import { identity } from '@rampart/contracts/identity.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import type { EdgeParts } from '@rampart/platform/http/operation-handler.ts'
import { noLimits } from '@rampart/platform/limits/create-limits.ts'
import { routeTable } from '@rampart/platform/http/route-table.ts'
import { shopperCall } from '../pages/shopper-call.ts'

const proofs: (number | undefined)[] = []
const given: string[] = []
const answer = { fresh_until: '2026-01-15T12:10:00.000Z', session_token: 't'.repeat(43) }
let right = true

const edge = {
  linkTo: () => (call: { context: { principal: Principal & { authenticated_at?: number } } }) => {
    proofs.push(call.context.principal.authenticated_at)
    return right ? Promise.resolve(answer) : Promise.reject(new Error('wrong code'))
  },
  limits: noLimits,
  deadlineMs: 1_000,
} as unknown as EdgeParts

const routes = new Map(routeTable([identity]).map((route) => [`${route.contract}.${route.name}`, route]))

const callOf = () =>
  shopperCall(routes, edge, {
    principal: { kind: 'customer', id: 'c', session_id: 's', guest_token: null, authenticated_at: 1 },
    request_id: 'r',
    ip: '127.0.0.1',
    user_agent: null,
    device_token: null,
    onGuestToken: () => undefined,
    onDeviceToken: () => undefined,
    onSessionToken: (token) => given.push(token),
  })

it('takes a proof that the page has just given for a fresh one', async () => {
  const call = callOf()
  await call('identity.stepUp', { code: '123456' })
  await call('identity.setUpTotp', {})
  expect(proofs.at(-2)).toBe(1)
  expect(proofs.at(-1)).toBe(Date.parse('2026-01-15T12:00:00.000Z'))
  expect(given).toEqual([answer.session_token])
})

it('takes a proof that was refused for none', async () => {
  const call = callOf()
  right = false
  await expect(call('identity.stepUp', { code: '123456' })).rejects.toThrow('wrong code')
  right = true
  await call('identity.setUpTotp', {})
  expect(proofs.at(-1)).toBe(1)
})
