import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { newId } from '../crypto/ids.ts'
import { AppError, failure } from '../errors/app-error.ts'
import { commonErrors, type CommonErrorCode } from '../errors/common-errors.ts'
import type { Log } from '../log/log.ts'
import { sendProblem } from './answer.ts'
import { brokenConnectionAnswer } from './broken-connection.ts'
import { CONNECTION_LIMITS, type ConnectionLimits, cutOffSlowReaders } from './connection-limits.ts'
import { allowOrigin } from './cors.ts'
import { dropForwardedPorts } from './forwarded-for.ts'
import { logRefusal } from './log-refusal.ts'
import { mountOperations } from './mount.ts'
import type { EdgeParts } from './operation-handler.ts'
import { ambiguityOf } from './plain-request.ts'
import { MAX_FILE_BYTES } from './read-multipart.ts'
import type { Route } from './route-table.ts'
import { baseHeaders } from './security-headers.ts'

/** Prefixes below which the API answers; the second is an alias of the newest version. */
export const API_PREFIXES = ['/api/v1', '/api'] as const

const MAX_BODY_BYTES = 1024 * 1024

export type HttpServerOptions = {
  readonly routes: readonly Route[]
  readonly edge: EdgeParts
  readonly log: Log
  readonly publicUrl: string
  /** Exact addresses of proxies whose X-Forwarded-For counts; none unless told. */
  readonly trustProxy: readonly string[]
  /** Whether pages may hold frames of others, see `baseHeaders`. */
  readonly embeds?: boolean
  /** How long clients may take. */
  readonly connections?: Partial<ConnectionLimits>
}

/** The HTTP edge: every route of the contracts, limits, headers and problem details. Not listening yet. */
export function httpServer(options: HttpServerOptions): FastifyInstance {
  const headers = baseHeaders(options.publicUrl, options.embeds)
  const connections = { ...CONNECTION_LIMITS, ...options.connections }
  const behindProxy = options.trustProxy.length > 0
  const app = fastify({
    logger: false,
    genReqId: () => newId(),
    trustProxy: behindProxy && [...options.trustProxy],
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: connections.requestMs,
    connectionTimeout: connections.silenceMs,
    keepAliveTimeout: connections.keepAliveMs,
    http: {
      maxHeaderSize: 16_384,
      headersTimeout: connections.headersMs,
      connectionsCheckingInterval: connections.lookEveryMs,
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    // Said below, in the words and with the headers of every other answer.
    return503OnClosing: false,
    clientErrorHandler: brokenConnectionAnswer(headers),
    frameworkErrors: (error, request, reply) => {
      // Hooks do not run for these, so the headers of every answer are set here.
      void reply.headers(headers).header('x-request-id', request.id)
      sendProblem(request, reply, frameworkFailure(error))
    },
  })
  cutOffSlowReaders(app.server, connections)
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onRequest', (request, reply, done) => {
    if (behindProxy) dropForwardedPorts(request.raw.headers)
    void reply.headers(headers).header('x-request-id', request.id)
    const refused = closing ? failure('UNAVAILABLE', { retryAfterSeconds: 5 }) : ambiguityOf(request)
    // Whoever reads requests in another way than we do must not go on with this connection.
    if (refused === null) done()
    else sendProblem(request, reply.header('connection', 'close'), refused)
  })
  app.setErrorHandler((error, request, reply) => {
    const known = error instanceof AppError ? error : frameworkFailure(error)
    if (known.status >= 500) logFailure(options.log, error, request)
    else logRefusal(options.log, known, request)
    return sendProblem(request, reply, known)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, failure('NOT_FOUND')))
  readBodiesAsBytes(app)
  void app.register(multipart, {
    limits: {
      files: 1,
      fileSize: MAX_FILE_BYTES,
      fields: 20,
      fieldSize: 10_000,
      parts: 21,
      headerPairs: 100,
    },
  })
  void app.register((api, _options, done) => {
    api.addHook('onRequest', (request, reply, next) => {
      allowOrigin(request, reply, options.edge.corsOrigins)
      next()
    })
    for (const prefix of API_PREFIXES) mountOperations(api, prefix, options.routes, options.edge)
    // Refused here, so that no page answers for the API.
    api.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/api/*',
      onRequest: (request, reply) => {
        sendProblem(request, reply, failure('NOT_FOUND'))
      },
      handler: () => null,
    })
    done()
  })
  return app
}

/** Bodies stay bytes until the operation is known: each reads them in the one way it accepts. */
function readBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body)
    })
  }
}

const byFastifyCode: Readonly<Record<string, CommonErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_BODY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'VALIDATION_FAILED',
  FST_ERR_BAD_URL: 'VALIDATION_FAILED',
  FST_ERR_ASYNC_CONSTRAINT: 'NOT_FOUND',
  FST_ERR_MAX_PARAM_LENGTH: 'NOT_FOUND',
}

function frameworkFailure(error: unknown): AppError {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  const known = typeof code === 'string' ? byFastifyCode[code] : undefined
  if (known !== undefined) return failure(known)
  const byStatus = Object.entries(commonErrors).find(
    ([, definition]) => definition.status === statusCode && definition.status < 500,
  )
  return failure(byStatus === undefined ? 'INTERNAL' : (byStatus[0] as CommonErrorCode))
}

function logFailure(log: Log, error: unknown, request: FastifyRequest): void {
  log.error('request failed', {
    request_id: request.id,
    method: request.method,
    route: request.routeOptions.url,
    error,
  })
}
