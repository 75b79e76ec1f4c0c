import type { FastifyRequest } from 'fastify'
import type { Http, Operation } from '../contract/define-contract.ts'
import type { CustomerPrincipal, Principal, StaffPrincipal } from '../contract/principal.ts'
import { failure } from '../errors/app-error.ts'
import type { CredentialCookies } from './cookies.ts'

export type Audience = 'shop' | 'staff'

/** Finds the account behind a secret. Null when there is none: unknown, expired, revoked or of another audience. */
export type Authenticate = (request: {
  readonly scheme: 'bearer' | 'session'
  readonly secret: string
  readonly audience: Audience | 'any'
  readonly request_id: string
  readonly ip: string | null
}) => Promise<Omit<CustomerPrincipal, 'guest_token'> | StaffPrincipal | null>

/** Who makes a request, and whether a cookie says so: cookies need proof that no other site sent the request. */
export type Caller = { readonly principal: Principal; readonly byCookie: boolean }

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,4000})$/i
const GUEST_TOKEN = /^[A-Za-z0-9_-]{43}$/

/**
 * Authenticates a request: a bearer token where there is one (a bad one is 401, never a guest), else the session
 * cookie of the audience that the operation is for, else a guest, known by the token of a cart or not at all.
 */
export async function authenticateRequest(
  request: FastifyRequest,
  operation: Operation,
  cookies: CredentialCookies,
  authenticate: Authenticate,
): Promise<Caller> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const secret = BEARER.exec(authorization)?.[1]
    if (secret === undefined) throw failure('UNAUTHENTICATED')
    const found = await authenticate({ scheme: 'bearer', secret, audience: 'any', ...originOf(request) })
    if (found === null) throw failure('UNAUTHENTICATED')
    return { principal: withGuestToken(found, headerToken(request)), byCookie: false }
  }
  const audience = audienceOf(request, operation)
  const secret = cookies.read(request, audience)
  const cookieToken = cookies.read(request, 'guest')
  const guestToken = headerToken(request) ?? cookieToken
  if (secret !== null) {
    const found = await authenticate({ scheme: 'session', secret, audience, ...originOf(request) })
    if (found !== null) return { principal: withGuestToken(found, guestToken), byCookie: true }
  }
  return {
    principal: { kind: 'guest', guest_token: guestToken },
    byCookie: secret !== null || cookieToken !== null,
  }
}

function originOf({ id, ip }: FastifyRequest): { readonly request_id: string; readonly ip: string } {
  return { request_id: id, ip }
}

/** Whose session counts: the back office says so itself where an operation serves both. */
function audienceOf(request: FastifyRequest, operation: Operation): Audience {
  const allow = operation.access.allow ?? []
  const forStaff = allow.includes('staff') || allow.includes('anyone')
  const forShop = allow.includes('customer') || allow.includes('guest') || allow.includes('anyone')
  if (!forStaff) return 'shop'
  if (!forShop) return 'staff'
  return request.headers['x-audience'] === 'staff' ? 'staff' : 'shop'
}

/** The audience of the session that an operation starts or ends: the staff's own sign-in is told by its path. */
export function sessionAudience(request: FastifyRequest, http: Http): Audience {
  return http.path.includes('/staff/') || request.headers['x-audience'] === 'staff' ? 'staff' : 'shop'
}

/** The secret that tells this browser or program from others: the header of a program, else the cookie. */
export function deviceToken(request: FastifyRequest, cookies: CredentialCookies): string | null {
  const token = request.headers['x-device-token']
  return typeof token === 'string' && GUEST_TOKEN.test(token) ? token : cookies.read(request, 'device')
}

function headerToken(request: FastifyRequest): string | null {
  const token = request.headers['x-cart-token']
  return typeof token === 'string' && GUEST_TOKEN.test(token) ? token : null
}

function withGuestToken(
  found: Omit<CustomerPrincipal, 'guest_token'> | StaffPrincipal,
  token: string | null,
): Principal {
  return found.kind === 'customer' ? { ...found, guest_token: token } : found
}
