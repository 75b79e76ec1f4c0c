import { FRESH_SECONDS } from '@rampart/platform/contract/authorize.ts'
import { type CallContext, EDGE } from '@rampart/platform/contract/call-context.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { failure } from '@rampart/platform/errors/app-error.ts'
import { readIdempotencyKey } from '@rampart/platform/http/idempotency-key.ts'
import { keyScope, scopedKey } from '@rampart/platform/http/idempotency.ts'
import type { EdgeParts } from '@rampart/platform/http/operation-handler.ts'
import {
  assertAccepted,
  placeOf,
  takeByCaller,
  takeByNetwork,
  takeLeavings,
  tierOf,
} from '@rampart/platform/http/request-limits.ts'
import { assertPlain } from '@rampart/platform/http/read-json.ts'
import type { Route } from '@rampart/platform/http/route-table.ts'

export type ShopperCallOptions = { readonly idempotency_key?: string }

export type Shopper = {
  readonly principal: Principal
  readonly request_id: string
  readonly ip: string
  readonly user_agent: string | null
  readonly device_token: string | null
  /** Told when a guest was given a token: it becomes a cookie of the answer. */
  readonly onGuestToken: (token: string) => void
  /** Told when the browser was given a token of its own: it becomes a cookie of the answer. */
  readonly onDeviceToken: (token: string) => void
  /** Told when the session was given another token: it becomes the session's cookie with the answer. */
  readonly onSessionToken: (token: string) => void
}

/** Calls an operation on the shopper's behalf, under the rules of the API: the only way pages have to data. */
export type ShopperCall = (
  operation: string,
  input: unknown,
  options?: ShopperCallOptions,
) => Promise<unknown>

/** Makes the call function of one page request. */
export function shopperCall(
  routes: ReadonlyMap<string, Route>,
  edge: EdgeParts,
  shopper: Shopper,
): ShopperCall {
  let { principal, device_token } = shopper
  return async (operation, input, options = {}) => {
    const route = routes.get(operation)
    if (route === undefined) throw failure('NOT_FOUND')
    assertPlain(input)
    await takeLimits(edge, route, shopper.ip, principal)
    const scope = keyScope(operation, principal)
    let guestToken: string | null = null
    if (route.http.guestToken === true && principal.kind === 'guest' && principal.guest_token === null) {
      guestToken = randomToken()
      principal = { kind: 'guest', guest_token: guestToken }
    }
    const key = readIdempotencyKey(options.idempotency_key)
    if (key === null && route.operation.idempotency === 'required') throw failure('IDEMPOTENCY_KEY_REQUIRED')
    await takeLeavings(edge.limits, shopper.ip, route, principal, { cart: guestToken !== null, key })
    let deviceMade = false
    if (route.http.device === true && device_token === null) {
      device_token = randomToken()
      deviceMade = true
    }
    const context: CallContext = {
      principal,
      caller: EDGE,
      request_id: shopper.request_id,
      deadline: Date.now() + edge.deadlineMs,
      idempotency_key: key === null ? null : scopedKey(scope, key),
      ip: shopper.ip,
      user_agent: shopper.user_agent,
      device_token: route.http.device === true ? device_token : null,
      approval_id: null,
    }
    const run = (): Promise<unknown> => edge.linkTo(route.contract)({ operation: route.name, input, context })
    const output = key === null ? await run() : await once(edge, scope, key, input, run)
    if (guestToken !== null) shopper.onGuestToken(guestToken)
    const proof = freshProof(route, output)
    if (proof !== null && principal.kind === 'customer') {
      principal = { ...principal, authenticated_at: proof.authenticated_at }
      if (proof.session_token !== null) shopper.onSessionToken(proof.session_token)
    }
    if (deviceMade && device_token !== null) shopper.onDeviceToken(device_token)
    return output
  }
}

/** What pages read is counted with the page; what their forms do counts as if the API had been called. */
async function takeLimits(edge: EdgeParts, route: Route, ip: string, principal: Principal): Promise<void> {
  if (route.operation.kind === 'query') return
  assertAccepted(await takeByNetwork(edge.limits, tierOf(route.operation), ip, placeOf(route)))
  assertAccepted(await takeByCaller(edge.limits, route, principal))
}

/** What a step-up answered: from here on the calls of this page are those of somebody who has just proven it. */
function freshProof(
  route: Route,
  output: unknown,
): { readonly authenticated_at: number; readonly session_token: string | null } | null {
  if (route.http.session !== 'start' || typeof output !== 'object' || output === null) return null
  const { fresh_until, session_token } = output as { fresh_until?: string; session_token?: string | null }
  if (fresh_until === undefined) return null
  return {
    authenticated_at: Date.parse(fresh_until) - FRESH_SECONDS * 1_000,
    session_token: session_token ?? null,
  }
}

async function once(
  edge: EdgeParts,
  scope: string,
  key: string,
  input: unknown,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const answer = await edge.idempotency({ scope, key, input }, async () => ({
    status: 200,
    body: JSON.stringify(await run()),
  }))
  return JSON.parse(answer.body)
}
