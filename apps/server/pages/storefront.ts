import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, type ServerBuild } from 'react-router'
import { sendProblem } from '@rampart/platform/http/answer.ts'
import { DEVICE_MAX_AGE, GUEST_MAX_AGE } from '@rampart/platform/http/cookies.ts'
import type { EdgeParts } from '@rampart/platform/http/operation-handler.ts'
import { applyVerdict, takeByNetwork } from '@rampart/platform/http/request-limits.ts'
import type { Route } from '@rampart/platform/http/route-table.ts'
import { crossSiteRefusal } from '@rampart/platform/http/same-site.ts'
import { newNonce, pagePolicy } from '@rampart/platform/http/security-headers.ts'
import { failure } from '@rampart/platform/errors/app-error.ts'
import { shopperFinder } from '../boot/authenticate.ts'
import type { Runtime } from '../boot/runtime.ts'
import { builtApp, mountFiles } from './built-app.ts'
import { formTokens } from './form-tokens.ts'
import { shopperCall, type ShopperCall } from './shopper-call.ts'

const SESSION_MAX_AGE = 30 * 24 * 60 * 60

/** What the shop's pages are given with each request; the storefront declares the same shape for itself. */
type ShopRequest = {
  call: ShopperCall
  nonce: string
  csrf_token: string
  checkCsrf(token: string): boolean
  shopper: { kind: 'guest' } | { kind: 'customer'; id: string; email: string; full_name: string }
  shop: { name: string; tagline: string; currency: string; public_url: string }
  startSession(token: string): void
  endSession(): void
  allowFormTarget(source: string): void
  request_id: string
  report(error: unknown): void
}

type StorefrontBuild = ServerBuild & {
  entry: {
    module: {
      createLoadContext(request: ShopRequest): Parameters<ReturnType<typeof createRequestHandler>>[1]
    }
  }
}

/** The shop's pages at every path that nothing else answers, rendered here. */
export function mountStorefront(
  app: FastifyInstance,
  runtime: Runtime,
  routes: readonly Route[],
  edge: EdgeParts,
): void {
  const clientFolder = builtApp('storefront', 'client')
  const serverFolder = builtApp('storefront', 'server')
  if (clientFolder === null || serverFolder === null) return
  mountFiles(app, clientFolder, '/')
  const byName = new Map(routes.map((route) => [`${route.contract}.${route.name}`, route]))
  const findShopper = shopperFinder(runtime.assembly)
  const csrfKey = runtime.keys.derive('storefront:csrf')
  const shop = {
    name: runtime.config.shop_name,
    tagline: runtime.config.shop_tagline,
    currency: runtime.config.shop_currency,
    public_url: runtime.config.public_url,
  }
  // Loaded with the first page: the API is up before the renderer is.
  let loading:
    Promise<{ build: StorefrontBuild; handle: ReturnType<typeof createRequestHandler> }> | undefined
  const load = () => (loading ??= loadBuild(join(serverFolder, 'index.js')))

  async function render(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    applyVerdict(reply, await takeByNetwork(edge.limits, 'page', request.ip, ''))
    const sessionCookie = edge.cookies.read(request, 'shop')
    const guestToken = edge.cookies.read(request, 'guest')
    const byCookie = sessionCookie !== null || guestToken !== null
    const refused = crossSiteRefusal(request, edge.publicOrigin, byCookie)
    if (refused !== null) return sendProblem(request, reply, refused)
    // No form of the shop holds a file, and the renderer would find the body missing.
    if (request.isMultipart()) return sendProblem(request, reply, failure('UNSUPPORTED_MEDIA_TYPE'))

    const account = sessionCookie === null ? null : await findShopper(sessionCookie, request.id)
    if (sessionCookie !== null && account === null) edge.cookies.clear(reply, 'shop')
    const nonce = newNonce()
    const formTargets: string[] = []
    const csrf = formTokens(csrfKey, {
      session: sessionCookie,
      guest: guestToken,
      sessionId: account?.session_id ?? null,
    })
    const { build, handle } = await load()
    const context = build.entry.module.createLoadContext({
      call: shopperCall(byName, edge, {
        principal:
          account === null
            ? { kind: 'guest', guest_token: guestToken }
            : {
                kind: 'customer',
                id: account.id,
                session_id: account.session_id,
                ...(account.authenticated_at === undefined
                  ? {}
                  : { authenticated_at: account.authenticated_at }),
                guest_token: guestToken,
              },
        request_id: request.id,
        ip: request.ip,
        user_agent: request.headers['user-agent'] ?? null,
        device_token: edge.cookies.read(request, 'device'),
        onGuestToken: (token) => edge.cookies.write(reply, 'guest', token, GUEST_MAX_AGE),
        onSessionToken: (token) => edge.cookies.write(reply, 'shop', token, SESSION_MAX_AGE),
        onDeviceToken: (token) => edge.cookies.write(reply, 'device', token, DEVICE_MAX_AGE),
      }),
      nonce,
      csrf_token: csrf.issued,
      checkCsrf: csrf.check,
      shopper:
        account === null
          ? { kind: 'guest' }
          : { kind: 'customer', id: account.id, email: account.email, full_name: account.full_name },
      shop,
      startSession: (token) => edge.cookies.write(reply, 'shop', token, SESSION_MAX_AGE),
      endSession: () => edge.cookies.clear(reply, 'shop'),
      allowFormTarget: (source) => formTargets.push(source),
      request_id: request.id,
      // The path alone: a query may hold the token that opens an order.
      report: (error) =>
        runtime.log.error('page failed', { request_id: request.id, path: request.url.split('?')[0], error }),
    })
    const response = await handle(webRequest(request, shop.public_url), context)
    return sendResponse(reply, response, pagePolicy(nonce, formTargets, runtime.config.recaptcha !== null))
  }

  app.route({ method: ['GET', 'POST'], url: '/*', handler: render })
  app.route({
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/*',
    handler: (request, reply) =>
      sendProblem(request, reply.header('allow', 'GET, HEAD, POST'), failure('METHOD_NOT_ALLOWED')),
  })
}

async function loadBuild(file: string) {
  const build = (await import(pathToFileURL(file).href)) as StorefrontBuild
  return { build, handle: createRequestHandler(build, 'production') }
}

/** The request as the renderer sees it: at the shop's public address, whatever the Host header says. */
function webRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'authorization') headers.set(name, value)
  }
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null
  // One slash: after two, both `new URL` and the renderer would read a host, and `//[` as no address at all.
  const path = `/${/^\/+(.*)$/.exec(request.raw.url ?? '')?.[1] ?? ''}`
  return new Request(publicUrl + path, {
    method: request.method,
    headers,
    ...(body === null ? {} : { body }),
  })
}

function sendResponse(reply: FastifyReply, response: Response, policy: string): FastifyReply {
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') void reply.header(name, value)
  }
  const own = reply.getHeader('set-cookie')
  const lines = [...(own === undefined ? [] : [own].flat().map(String)), ...response.headers.getSetCookie()]
  if (lines.length > 0) void reply.removeHeader('set-cookie').header('set-cookie', lines)
  void reply.code(response.status).header('content-security-policy', policy)
  if (!response.headers.has('cache-control')) void reply.header('cache-control', 'no-store')
  return reply.send(response.body === null ? undefined : Readable.fromWeb(response.body as never))
}
