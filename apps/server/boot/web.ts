import type { FastifyInstance } from 'fastify'
import { credentialCookies } from '@rampart/platform/http/cookies.ts'
import { httpServer } from '@rampart/platform/http/http-server.ts'
import { idempotency } from '@rampart/platform/http/idempotency.ts'
import type { EdgeParts } from '@rampart/platform/http/operation-handler.ts'
import { routeTable } from '@rampart/platform/http/route-table.ts'
import { createLimits, noLimits } from '@rampart/platform/limits/create-limits.ts'
import { mountAdmin } from '../pages/admin.ts'
import { mountDocs } from '../pages/docs.ts'
import { mountHealth } from '../pages/health.ts'
import { mountOauth } from '../pages/oauth.ts'
import { mountStorefront } from '../pages/storefront.ts'
import { mountWellKnown } from '../pages/well-known.ts'
import { authenticator } from './authenticate.ts'
import type { Runtime } from './runtime.ts'

const DEADLINE_MS = 20_000

/** The HTTP server of the monolith: API, reference, health, back office and shop. Not listening yet. */
export function webServer(runtime: Runtime): FastifyInstance {
  const { assembly, config, keys, log } = runtime
  const routes = routeTable(assembly.contracts)
  const edge: EdgeParts = {
    linkTo: (contract) => assembly.linkTo(contract),
    authenticate: authenticator(assembly),
    cookies: credentialCookies(config.public_url),
    idempotency: idempotency(runtime.db, keys),
    limits: limitsOf(runtime),
    guard: runtime.guard,
    corsOrigins: config.cors_origins,
    publicOrigin: new URL(config.public_url).origin,
    deadlineMs: DEADLINE_MS,
  }
  const app = httpServer({
    routes,
    edge,
    log,
    publicUrl: config.public_url,
    trustProxy: config.trust_proxy,
    embeds: config.recaptcha !== null,
  })
  app.addHook('onClose', () => edge.limits.close())
  mountHealth(app, runtime)
  mountWellKnown(app, runtime)
  mountOauth(app, runtime, edge)
  mountDocs(app, runtime, routes)
  mountAdmin(app, runtime)
  mountStorefront(app, runtime, routes, edge)
  return app
}

function limitsOf({ config, db, keys, log }: Runtime): EdgeParts['limits'] {
  const { redis_url: redisUrl, rate_limit_factor: factor } = config
  return factor === null ? noLimits : createLimits({ db, keys, log, redisUrl, factor })
}
