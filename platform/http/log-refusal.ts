import type { FastifyRequest } from 'fastify'
import type { Principal } from '../contract/principal.ts'
import type { AppError } from '../errors/app-error.ts'
import type { Log } from '../log/log.ts'

const callers = new WeakMap<FastifyRequest, Principal>()

/** Remembers who makes a request as long as it lasts, should it be refused. Guests are nobody. */
export function noteCaller(request: FastifyRequest, principal: Principal): void {
  if (principal.kind !== 'guest') callers.set(request, principal)
}

/** Writes down that somebody was not let in where they have no right to be (OWASP's `authz_fail`). */
export function logRefusal(log: Log, refused: AppError, request: FastifyRequest): void {
  const principal = callers.get(request)
  if (refused.status !== 403 && (refused.status !== 401 || principal === undefined)) return
  log.info('authz_fail', {
    code: refused.code,
    method: request.method,
    route: request.routeOptions.url,
    request_id: request.id,
    ip: request.ip,
    principal_kind: principal?.kind ?? 'guest',
    ...(principal === undefined || principal.kind === 'guest' || principal.kind === 'system'
      ? {}
      : { principal_id: principal.id, session_id: principal.session_id }),
  })
}
