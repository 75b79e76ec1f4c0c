import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '@rampart/platform/http/answer.ts'
import { DEVICE_MAX_AGE, GUEST_MAX_AGE } from '@rampart/platform/http/cookies.ts'
import type { EdgeParts } from '@rampart/platform/http/operation-handler.ts'
import { applyVerdict, takeByNetwork } from '@rampart/platform/http/request-limits.ts'
import type { Route } from '@rampart/platform/http/route-table.ts'
import { crossSiteRefusal } from '@rampart/platform/http/same-site.ts'
import {
  embeddingHeaders,
  newNonce,
  type Outside,
  pagePolicy,
} from '@rampart/platform/http/security-headers.ts'
import { AppError, failure } from '@rampart/platform/errors/app-error.ts'
import { shopperFinder } from '../boot/authenticate.ts'
import type { Runtime } from '../boot/runtime.ts'
import { builtApp, mountFiles } from './built-app.ts'
import { formTokens } from './form-tokens.ts'
import { paymentForms } from './payment-forms.ts'
import { sendResponse } from './send-response.ts'
import { shopBuild, webRequest } from './shop-build.ts'
import { shopperCall } from './shopper-call.ts'
import { tooManyPage } from './too-many.ts'

const SESSION_MAX_AGE = 30 * 24 * 60 * 60

/** The shop's pages at every path that nothing else answers, rendered here. */
export function mountStorefront(
  app: FastifyInstance,
  runtime: Runtime,
  routes: readonly Route[],
  edge: EdgeParts,
): void {
  const clientFolder = builtApp('storefront', 'client')
  const built = shopBuild()
  if (clientFolder === null || built === null) return
  const load = built
  mountFiles(app, clientFolder, '/')
  const byName = new Map(routes.map((route) => [`${route.contract}.${route.name}`, route]))
  const findShopper = shopperFinder(runtime.assembly)
  const forms = paymentForms(runtime.config.payment_stand_ins)
  const csrfKey = runtime.keys.derive('storefront:csrf')
  const shop = {
    name: runtime.config.shop_name,
    tagline: runtime.config.shop_tagline,
    currency: runtime.config.shop_currency,
    currencies: runtime.config.shop_currencies,
    public_url: runtime.config.public_url,
  }

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
    let outside: Outside | undefined
    const csrf = formTokens(csrfKey, {
      session: sessionCookie,
      guest: guestToken,
      sessionId: account?.session_id ?? null,
    })
    const { createLoadContext, handle } = await load()
    const call = shopperCall(byName, edge, {
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
    })
    const context = createLoadContext({
      call: (...asked) => call(...asked).catch((error: unknown) => sayWhen(reply, error)),
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
      embedPaymentForm: (provider) => {
        const { script, ...sources } = forms[provider]
        outside = sources
        for (const [name, value] of Object.entries(embeddingHeaders)) {
          if (value === null) void reply.removeHeader(name)
          else void reply.header(name, value)
        }
        return script
      },
      request_id: request.id,
      // The path alone: a query may hold the token that opens an order.
      report: (error) =>
        runtime.log.error('page failed', { request_id: request.id, path: request.url.split('?')[0], error }),
    })
    const response = await handle(webRequest(request, shop.public_url), context)
    if (response.status !== 429) void reply.removeHeader('retry-after')
    const recaptcha = runtime.config.recaptcha !== null
    return sendResponse(reply, response, pagePolicy(nonce, formTargets, recaptcha, outside))
  }

  void app.register((pages, _options, done) => {
    pages.setErrorHandler(tooManyPage(runtime))
    pages.route({ method: ['GET', 'POST'], url: '/*', handler: render })
    pages.route({
      method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/*',
      handler: (request, reply) =>
        sendProblem(request, reply.header('allow', 'GET, HEAD, POST'), failure('METHOD_NOT_ALLOWED')),
    })
    done()
  })
}

/** What a page does beyond a limit ends as the page says; when to come again is said here. */
function sayWhen(reply: FastifyReply, error: unknown): never {
  if (error instanceof AppError && error.status === 429 && error.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(error.retryAfterSeconds))
  throw error
}
