import type { FastifyReply } from 'fastify'
import type { LimitTier, Operation } from '../contract/define-contract.ts'
import type { Principal } from '../contract/principal.ts'
import { failure } from '../errors/app-error.ts'
import type { Limiter, Verdict } from '../limits/limiter.ts'
import { networkOf } from '../limits/network.ts'
import type { Tier } from '../limits/tiers.ts'
import type { Route } from './route-table.ts'

type Pending = Promise<Verdict | null>

/** What an operation's calls are counted as. */
export function tierOf(operation: Operation): LimitTier {
  if (operation.limit !== undefined) return operation.limit
  if (operation.http?.session === 'start') return 'sign-in'
  if (operation.access.allow?.every((kind) => kind === 'staff') === true) return 'staff'
  return operation.kind === 'query' ? 'reading' : 'writing'
}

const EVERYDAY: ReadonlySet<LimitTier> = new Set(['reading', 'writing', 'uploads', 'staff'])

/** What a caller's calls are counted as: everyday work of the staff and of programs with an API key has its own tiers. */
function callerTier(tier: LimitTier, principal: Principal): Tier {
  if (principal.kind !== 'staff' || !EVERYDAY.has(tier)) return tier
  return apiKeyOf(principal) === null ? 'staff' : 'api-key'
}

function apiKeyOf(principal: Principal): string | null {
  return (principal as { readonly api_key_id?: string | null }).api_key_id ?? null
}

/** Who is counted as one caller; null for guests whom only their network tells apart. */
function callerOf(principal: Principal): string | null {
  switch (principal.kind) {
    case 'staff':
      return apiKeyOf(principal) ?? principal.id
    case 'customer':
      return principal.id
    case 'guest':
      return principal.guest_token
    case 'system':
      return null
  }
}

/** Counts a request by where it comes from, before anything is looked up for it. */
export function takeByNetwork(
  limits: Limiter,
  tier: Tier,
  ip: string,
  operation: string,
): Verdict | null | Pending {
  return limits.take(tier, 'network', networkOf(ip), operation)
}

/** Counts a request by who makes it. */
export function takeByCaller(limits: Limiter, route: Route, principal: Principal): Verdict | null | Pending {
  const caller = callerOf(principal)
  if (caller === null) return null
  return limits.take(callerTier(tierOf(route.operation), principal), 'caller', caller, placeOf(route))
}

/**
 * Counts by network what a guest's call is about to leave behind in the database: a cart of its own, an Idempotency-Key,
 * an order that nobody may ever pay. @throws RATE_LIMITED
 */
export async function takeLeavings(
  limits: Limiter,
  ip: string,
  route: Route,
  principal: Principal,
  leaves: { readonly cart: boolean; readonly key: string | null },
): Promise<void> {
  if (principal.kind !== 'guest' || route.operation.kind === 'query') return
  const network = networkOf(ip)
  if (leaves.cart) assertAccepted(await limits.take('guest-carts', 'network', network, ''))
  if (leaves.key !== null) assertAccepted(await limits.take('guest-keys', 'network', network, ''))
  if (route.operation.limit === 'ordering')
    assertAccepted(await limits.take('guest-orders', 'network', network, ''))
}

/** The name by which an operation is counted. */
export function placeOf(route: Route): string {
  return `${route.contract}.${route.name}`
}

/** @throws RATE_LIMITED with the wait, for a verdict that refuses */
export function assertAccepted(verdict: Verdict | null): void {
  if (verdict !== null && !verdict.accepted)
    throw failure('RATE_LIMITED', { retryAfterSeconds: verdict.waitSeconds })
}

/**
 * Says on the answer what the limits are and how much is left of the tightest (draft-ietf-httpapi-ratelimit-headers).
 * @throws RATE_LIMITED for a verdict that refuses
 */
export function applyVerdict(reply: FastifyReply, verdict: Verdict | null): void {
  if (verdict === null) return
  const policy = policyOf(verdict)
  const before = reply.getHeader('ratelimit-policy')
  if (before === undefined) {
    void reply.header('ratelimit-policy', policy).header('ratelimit', stateOf(verdict))
  } else {
    void reply.header('ratelimit-policy', `${String(before)}, ${policy}`)
    if (!verdict.accepted || verdict.remaining < remainingOf(reply))
      void reply.header('ratelimit', stateOf(verdict))
  }
  assertAccepted(verdict)
}

function policyOf({ name, max, windowSeconds }: Verdict): string {
  return `"${name}";q=${String(max)};w=${String(windowSeconds)}`
}

function stateOf({ name, remaining, waitSeconds }: Verdict): string {
  return `"${name}";r=${String(remaining)};t=${String(waitSeconds)}`
}

function remainingOf(reply: FastifyReply): number {
  return Number(/;r=(\d+)/.exec(String(reply.getHeader('ratelimit')))?.[1] ?? 0)
}
