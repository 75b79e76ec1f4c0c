import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EdgeParts } from '@rampart/platform/http/operation-handler.ts'
import { applyVerdict, takeByNetwork } from '@rampart/platform/http/request-limits.ts'
import { DATA_POLICY } from '@rampart/platform/http/security-headers.ts'
import { shopperFinder } from '../boot/authenticate.ts'
import type { Runtime } from '../boot/runtime.ts'
import { oauthClients } from '../oauth/clients.ts'
import { nextStep } from '../oauth/interaction.ts'
import { providerSource } from '../oauth/provider-source.ts'
import { noteFacts, type Shopper } from '../oauth/request-facts.ts'
import { tooManyPage } from './too-many.ts'

/** Every address of the protocol, by the methods it has; those of programs in browsers are asked for beforehand. */
const endpoints: Readonly<Record<string, readonly ('GET' | 'POST' | 'OPTIONS')[]>> = {
  '/.well-known/openid-configuration': ['GET', 'OPTIONS'],
  '/.well-known/oauth-authorization-server': ['GET', 'OPTIONS'],
  '/oauth/jwks': ['GET', 'OPTIONS'],
  '/oauth/authorize': ['GET'],
  '/oauth/authorize/:uid': ['GET'],
  '/oauth/token': ['POST', 'OPTIONS'],
  '/oauth/revoke': ['POST', 'OPTIONS'],
  '/oauth/userinfo': ['GET', 'POST', 'OPTIONS'],
  '/oauth/logout': ['GET'],
}

/** Sign-in with this shop for apps of others: OAuth 2 and OpenID Connect. The pages for people are the shop's. */
export function mountOauth(app: FastifyInstance, runtime: Runtime, edge: EdgeParts): void {
  const provider = providerSource(runtime)
  const clients = oauthClients(runtime.assembly)
  const findShopper = shopperFinder(runtime.assembly)

  async function shopperOf(request: FastifyRequest): Promise<Shopper | null> {
    const cookie = edge.cookies.read(request, 'shop')
    const shopper = cookie === null ? null : await findShopper(cookie, request.id)
    noteFacts(request.raw, {
      request_id: request.id,
      ip: request.ip,
      user_agent: request.headers['user-agent'] ?? null,
      shopper,
    })
    return shopper
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    applyVerdict(reply, await takeByNetwork(edge.limits, 'app', request.ip, ''))
    await shopperOf(request)
    const handle = (await provider()).callback()
    void reply.header('content-security-policy', DATA_POLICY).header('cache-control', 'no-store').hijack()
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    await handle(request.raw, reply.raw)
    return reply
  }

  void app.register((oauth, _options, done) => {
    oauth.setErrorHandler(tooManyPage(runtime))
    // The library reads bodies itself.
    oauth.removeAllContentTypeParsers()
    oauth.addContentTypeParser('*', (_request, _body, ready) => ready(null))
    for (const [url, methods] of Object.entries(endpoints)) {
      oauth.route({ method: [...methods], url, handler: answer })
    }
    oauth.get('/oauth/interaction/:uid', async (request, reply) => {
      const shopper = await shopperOf(request)
      const location = await nextStep(await provider(), clients, request, reply, shopper)
      return reply
        .header('cache-control', 'no-store')
        .header('content-security-policy', DATA_POLICY)
        .redirect(location, 303)
    })
    done()
  })
}
