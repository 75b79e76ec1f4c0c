import type { FastifyRequest } from 'fastify'
import { type AppError, failure } from '../errors/app-error.ts'

/**
 * Refuses a state change that another site made a browser send. `usesCookie` says that the caller is known by a
 * cookie: then the browser must prove where the request comes from, by Sec-Fetch-Site or by Origin.
 */
export function crossSiteRefusal(
  request: FastifyRequest,
  publicOrigin: string,
  usesCookie: boolean,
): AppError | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    return site === 'same-origin'
      ? null
      : site === 'none' && !usesCookie
        ? null
        : failure('CROSS_SITE_REQUEST')
  }
  const origin = request.headers.origin
  if (origin !== undefined) return origin === publicOrigin ? null : failure('CROSS_SITE_REQUEST')
  return usesCookie ? failure('CROSS_SITE_REQUEST') : null
}
