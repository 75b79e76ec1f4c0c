import { describe, expect, it } from 'vitest'
import { identity } from '@rampart/contracts/identity.ts'
import { checkout } from '@rampart/contracts/checkout.ts'
import type { EdgeParts } from '@rampart/platform/http/operation-handler.ts'
import { noLimits } from '@rampart/platform/limits/create-limits.ts'
import { routeTable } from '@rampart/platform/http/route-table.ts'
import { shopperCall } from '../pages/shopper-call.ts'

const reached: unknown[] = []
const edge = {
  linkTo: () => (call: unknown) => {
    reached.push(call)
    return Promise.resolve({})
  },
  idempotency: async (_request: unknown, run: () => Promise<{ status: number; body: string }>) => ({
    ...(await run()),
    replayed: false,
  }),
  limits: noLimits,
  deadlineMs: 1_000,
} as unknown as EdgeParts

const routes = new Map(
  routeTable([identity, checkout]).map((route) => [`${route.contract}.${route.name}`, route]),
)
const call = shopperCall(routes, edge, {
  principal: { kind: 'guest', guest_token: 'g'.repeat(43) },
  request_id: 'r',
  ip: '127.0.0.1',
  user_agent: null,
  device_token: null,
  onGuestToken: () => undefined,
  onDeviceToken: () => undefined,
  onSessionToken: () => undefined,
})

describe('a page’s call', () => {
  // Planted bug: PostgreSQL cannot hold a NUL, so what a form brings along would end as a 500.
  it.each(['a\u0000@example.com', '\ud800@example.com'])(
    'holds no text that the API refuses: %j',
    async (email) => {
      await expect(call('identity.startSession', { email, password: 'x' })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
      })
    },
  )

  // Planted bug: a form without its hidden key would share the empty one with the order before it.
  it.each(['', ' ', 'x'.repeat(256)])('takes no key that the API refuses: %j', async (key) => {
    await expect(call('checkout.placeOrder', {}, { idempotency_key: key })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
    expect(reached).toEqual([])
  })

  it('wants a key where the API does, and goes through with one', async () => {
    await expect(call('checkout.placeOrder', {})).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REQUIRED' })
    await call('checkout.placeOrder', {}, { idempotency_key: 'k' })
    expect(reached).toHaveLength(1)
  })
})
