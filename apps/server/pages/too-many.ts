import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { newNonce, pagePolicy } from '@rampart/platform/http/security-headers.ts'
import type { Runtime } from '../boot/runtime.ts'
import { sendResponse } from './send-response.ts'
import { shopBuild, webRequest } from './shop-build.ts'

/**
 * For pages: who asked too often in a browser reads a page, who walked on within the shop gets the same by its scripts,
 * and whoever asks for neither gets problem details, as from the API.
 */
export function tooManyPage({ config }: Pick<Runtime, 'config'>) {
  const load = shopBuild()
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (load === null || !(error instanceof AppError) || error.code !== 'RATE_LIMITED') throw error
    const wait = error.retryAfterSeconds ?? 1
    const { createRefusal, handle, renderTooMany } = await load()
    if (isDataRequest(request)) {
      const refused = await handle(webRequest(request, config.public_url), createRefusal())
      return sendResponse(reply.header('retry-after', String(wait)), refused, pagePolicy(newNonce()))
    }
    if (request.headers.accept?.includes('text/html') !== true) throw error
    return reply
      .code(429)
      .header('retry-after', String(wait))
      .header('vary', 'Accept, Accept-Language, Cookie')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(newNonce()))
      .type('text/html; charset=utf-8')
      .send(renderTooMany(webRequest(request, config.public_url), config.shop_name, wait))
  }
}

/** Asked by the shop's scripts for what the next page shows. */
function isDataRequest({ url }: FastifyRequest): boolean {
  return /\.data(\?|$)/.test(url)
}
