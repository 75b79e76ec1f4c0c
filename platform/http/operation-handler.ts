import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOwnOnly, refusal } from '../contract/authorize.ts'
import { type CallContext, EDGE } from '../contract/call-context.ts'
import type { Guard } from '../contract/guard.ts'
import type { Link } from '../contract/link.ts'
import type { Principal } from '../contract/principal.ts'
import { randomToken } from '../crypto/tokens.ts'
import { failure } from '../errors/app-error.ts'
import type { Limiter } from '../limits/limiter.ts'
import {
  type BinaryAnswer,
  JSON_TYPE,
  type PrivateAnswer,
  type ReadOn,
  type RedirectAnswer,
  sendBinary,
  sendRedirect,
} from './answer.ts'
import {
  type Audience,
  type Authenticate,
  authenticateRequest,
  type Caller,
  deviceToken,
  sessionAudience,
} from './authentication.ts'
import { type CredentialCookies, DEVICE_MAX_AGE, GUEST_MAX_AGE } from './cookies.ts'
import { type FileAnswer, type ReadPart, sendFile } from './file-answer.ts'
import { readIdempotencyKey } from './idempotency-key.ts'
import { type Idempotency, keyScope, scopedKey } from './idempotency.ts'
import { noteCaller } from './log-refusal.ts'
import { readInput } from './read-input.ts'
import { applyVerdict, placeOf, takeByCaller, takeByNetwork, takeLeavings, tierOf } from './request-limits.ts'
import type { Route } from './route-table.ts'
import { crossSiteRefusal } from './same-site.ts'
import { DATA_POLICY } from './security-headers.ts'

/** What the handlers of all routes share. */
export type EdgeParts = {
  readonly linkTo: (contract: string) => Link
  readonly authenticate: Authenticate
  readonly cookies: CredentialCookies
  readonly idempotency: Idempotency
  readonly limits: Limiter
  /** Origins of other sites whose programs may call the API with a token. */
  readonly corsOrigins: readonly string[]
  /** What else than roles may permit a call. */
  readonly guard?: Guard
  /** Scheme, host and port of the shop's public address. */
  readonly publicOrigin: string
  /** Milliseconds that an operation called from outside may take. */
  readonly deadlineMs: number
}

type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** A request on one screen: count, authenticate, refuse other sites, authorize, parse, run once, answer. */
export function operationHandler(route: Route, edge: EdgeParts): Handle {
  const link = edge.linkTo(route.contract)
  const [tier, place] = [tierOf(route.operation), placeOf(route)]
  return async (request, reply) => {
    // Most are decided without asking anybody, and a promise for those would cost more than the decision.
    const arrived = takeByNetwork(edge.limits, tier, request.ip, place)
    applyVerdict(reply, arrived instanceof Promise ? await arrived : arrived)
    const caller = await authenticateRequest(request, route.operation, edge.cookies, edge.authenticate)
    noteCaller(request, caller.principal)
    const known = takeByCaller(edge.limits, route, caller.principal)
    applyVerdict(reply, known instanceof Promise ? await known : known)
    refuseCrossSite(route, request, caller, edge)
    refuseStrangers(route, request, caller, edge)
    const input = await readInput(route, request)
    const guestToken = newGuestToken(route, caller.principal)
    const principal =
      guestToken === null ? caller.principal : { kind: 'guest' as const, guest_token: guestToken }
    const device = deviceOf(route, request, edge.cookies)
    const context = { ...contextOf(request, principal, edge.deadlineMs), device_token: device?.token ?? null }
    const run = (idempotencyKey: string | null): Promise<unknown> =>
      link({ operation: route.name, input, context: { ...context, idempotency_key: idempotencyKey } })

    const key = idempotencyKeyOf(route, request)
    await takeLeavings(edge.limits, request.ip, route, caller.principal, { cart: guestToken !== null, key })
    if (key !== null) {
      // An answer given to who could reach everything is not repeated to who now reaches only their own.
      const reach = isOwnOnly(route.operation.access, context) ? ' own' : ''
      const scope = keyScope(`${route.contract}.${route.name}${reach}`, caller.principal)
      const answer = await edge.idempotency({ scope, key, input }, async () => ({
        status: successStatus(route),
        body: JSON.stringify(await run(scopedKey(scope, key))),
      }))
      if (answer.replayed) void reply.header('idempotent-replayed', 'true')
      else handOutGuestToken(reply, guestToken, edge.cookies)
      return sendJson(reply, answer.status, answer.body)
    }
    const output = await run(null)
    handOutGuestToken(reply, guestToken, edge.cookies)
    handOutDevice(reply, device, edge.cookies)
    if (route.http.answer === 'redirect') return redirect(reply, output as RedirectAnswer, edge)
    if (route.http.answer === 'binary') {
      const readOn: ReadOn = (next) => readRest(route, request, edge, next) as ReturnType<ReadOn>
      return sendBinary(request, reply, output as BinaryAnswer | PrivateAnswer, readOn)
    }
    if (route.http.answer === 'file') {
      const readPart: ReadPart = (part) => readRest(route, request, edge, part) as ReturnType<ReadPart>
      return sendFile(request, reply, output as FileAnswer, readPart)
    }
    return sendJson(
      reply,
      successStatus(route),
      JSON.stringify(sessionAnswer(route, request, reply, output, edge)),
    )
  }
}

function refuseCrossSite(route: Route, request: FastifyRequest, caller: Caller, edge: EdgeParts): void {
  if (request.headers.authorization !== undefined) return
  // A site on the list, whose visitors bring no cookie of ours and are given none that counts.
  const listed = edge.corsOrigins.includes(request.headers.origin ?? '')
  if (listed && !caller.byCookie && route.http.session === undefined) return
  const refused = crossSiteRefusal(request, edge.publicOrigin, caller.byCookie)
  if (refused !== null) throw refused
}

/** The dispatcher decides again; here it spares a stranger's upload, and a stored answer to who lost a permission. */
function refuseStrangers(route: Route, request: FastifyRequest, caller: Caller, edge: EdgeParts): void {
  const context = contextOf(request, caller.principal, edge.deadlineMs)
  const refused = refusal(route.operation.access, context)
  if (refused === null) return
  const name = `${route.contract}.${route.name}`
  if (refused.code !== 'FORBIDDEN' || edge.guard?.mayPermit(name, context) !== true) throw refused
}

/** The next part of a file, for who may still have it: whoever was signed out in between has seen the last of it. */
async function readRest(
  route: Route,
  request: FastifyRequest,
  edge: EdgeParts,
  input: unknown,
): Promise<unknown> {
  const caller = await authenticateRequest(request, route.operation, edge.cookies, edge.authenticate)
  // The proof was fresh when the file was asked for; sending it may take longer than that.
  const { fresh: _asked, ...access } = route.operation.access
  refuseStrangers({ ...route, operation: { ...route.operation, access } }, request, caller, edge)
  const context = { ...contextOf(request, caller.principal, edge.deadlineMs), caller: 'server' }
  const call = { operation: route.http.rest ?? '', input, context }
  return edge.linkTo(route.contract)(call)
}

function contextOf(request: FastifyRequest, principal: Principal, deadlineMs: number): CallContext {
  return {
    principal,
    caller: EDGE,
    request_id: request.id,
    deadline: Date.now() + deadlineMs,
    idempotency_key: null,
    ip: request.ip,
    user_agent: request.headers['user-agent'] ?? null,
    device_token: null,
    approval_id: approvalIdOf(request),
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function approvalIdOf(request: FastifyRequest): string | null {
  const header = request.headers['x-approval-id']
  const id = typeof header === 'string' ? header.toLowerCase() : ''
  return UUID.test(id) ? id : null
}

function idempotencyKeyOf(route: Route, request: FastifyRequest): string | null {
  const { kind, idempotency: mode } = route.operation
  // A session begins or ends at every request: a stored answer would leave its cookie as it is.
  if (kind === 'query' || mode === 'none' || route.http.session !== undefined) return null
  const key = readIdempotencyKey(request.headers['idempotency-key'])
  if (key === null && mode === 'required') throw failure('IDEMPOTENCY_KEY_REQUIRED')
  return key
}

function newGuestToken(route: Route, principal: Principal): string | null {
  if (route.http.guestToken !== true) return null
  return principal.kind === 'guest' && principal.guest_token === null ? randomToken() : null
}

function handOutGuestToken(reply: FastifyReply, token: string | null, cookies: CredentialCookies): void {
  if (token === null) return
  cookies.write(reply, 'guest', token, GUEST_MAX_AGE)
  void reply.header('x-cart-token', token)
}

/** Moves a session's secret from the answer into a cookie, or clears the cookie of a session that ended. */
function sessionAnswer(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  output: unknown,
  edge: EdgeParts,
): unknown {
  if (route.http.session === undefined) return output
  const audience = sessionAudience(request, route.http)
  if (route.http.session === 'end') {
    edge.cookies.clear(reply, audience)
    return output
  }
  const session = output as Partial<Started>
  // Not every way in is at its end: a second factor may be missing.
  if (session.session_token == null) return output
  keepSession(reply, session.audience ?? audience, session as Started, edge.cookies)
  return { ...session, session_token: null }
}

type Started = {
  readonly session_token: string
  readonly expires_at: string
  readonly audience?: Audience
}

function keepSession(
  reply: FastifyReply,
  audience: Audience,
  session: Started,
  cookies: CredentialCookies,
): void {
  const maxAge = Math.max(0, Math.floor((Date.parse(session.expires_at) - Date.now()) / 1000))
  cookies.write(reply, audience, session.session_token, maxAge)
}

function redirect(reply: FastifyReply, answer: RedirectAnswer, edge: EdgeParts): FastifyReply {
  const { session_token, expires_at, audience } = answer
  if (session_token !== null && expires_at !== null) {
    keepSession(reply, audience, { session_token, expires_at }, edge.cookies)
  }
  return sendRedirect(reply, answer.location)
}

type Device = { readonly token: string; readonly made: boolean }

function deviceOf(route: Route, request: FastifyRequest, cookies: CredentialCookies): Device | null {
  if (route.http.device !== true) return null
  const known = deviceToken(request, cookies)
  return known === null ? { token: randomToken(), made: true } : { token: known, made: false }
}

function handOutDevice(reply: FastifyReply, device: Device | null, cookies: CredentialCookies): void {
  if (device?.made !== true) return
  cookies.write(reply, 'device', device.token, DEVICE_MAX_AGE)
  void reply.header('x-device-token', device.token)
}

function successStatus(route: Route): number {
  return route.http.status ?? 200
}

function sendJson(reply: FastifyReply, status: number, body: string): FastifyReply {
  void reply.code(status).header('cache-control', 'no-store').header('content-security-policy', DATA_POLICY)
  return status === 204 ? reply.send() : reply.type(JSON_TYPE).send(body)
}
