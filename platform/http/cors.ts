import type { FastifyReply, FastifyRequest } from 'fastify'

const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'idempotency-key',
  'x-approval-id',
  'x-cart-token',
  'x-device-token',
].join(', ')
const EXPOSED_HEADERS = [
  'idempotent-replayed',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-cart-token',
  'x-device-token',
  'x-request-id',
].join(', ')
const PREFLIGHT_SECONDS = '600'

/**
 * Lets programs of the listed origins read the API's answers. Never with cookies: they have tokens or are guests. Without a
 * list nothing is said at all, and every other site stays out.
 */
export function allowOrigin(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): void {
  if (origins.length === 0) return
  void reply.header('vary', 'Origin')
  const { origin } = request.headers
  if (origin === undefined || !origins.includes(origin)) return
  void reply
    .header('access-control-allow-origin', origin)
    .header('access-control-expose-headers', EXPOSED_HEADERS)
}

/** Answers the question that a browser asks before it sends. False: it was none, or not of a listed origin. */
export function answerPreflight(
  request: FastifyRequest,
  reply: FastifyReply,
  origins: readonly string[],
  methods: string,
): boolean {
  const { origin } = request.headers
  if (request.method !== 'OPTIONS' || origin === undefined || !origins.includes(origin)) return false
  if (request.headers['access-control-request-method'] === undefined) return false
  void reply
    .code(204)
    .header('vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers')
    .header('access-control-allow-methods', methods)
    .header('access-control-allow-headers', ALLOWED_HEADERS)
    .header('access-control-max-age', PREFLIGHT_SECONDS)
    .send()
  return true
}
