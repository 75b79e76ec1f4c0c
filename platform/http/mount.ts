import type { FastifyInstance } from 'fastify'
import { failure } from '../errors/app-error.ts'
import { sendProblem } from './answer.ts'
import { answerPreflight } from './cors.ts'
import { type EdgeParts, operationHandler } from './operation-handler.ts'
import { MAX_FILE_BYTES } from './read-multipart.ts'
import { pathShape, type Route } from './route-table.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Serves every operation below a prefix; a method that a path does not have is 405, with Allow. */
export function mountOperations(
  app: FastifyInstance,
  prefix: string,
  routes: readonly Route[],
  edge: EdgeParts,
): void {
  const served = new Map<string, { path: string; methods: Set<string> }>()
  for (const route of routes) {
    app.route({
      method: route.method,
      url: prefix + route.path,
      handler: operationHandler(route, edge),
      ...(route.http.body === 'multipart' ? { bodyLimit: MAX_FILE_BYTES + 100_000 } : {}),
    })
    const shape = pathShape(route.path)
    const place = served.get(shape) ?? { path: route.path, methods: new Set<string>() }
    place.methods.add(route.method)
    served.set(shape, place)
  }
  for (const { path, methods } of served.values()) {
    const others = METHODS.filter((method) => !methods.has(method))
    const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].sort().join(', ')
    app.route({
      method: [...others],
      url: prefix + path,
      // Refused before the body is read: no content type or length matters any more.
      onRequest: (request, reply) => {
        if (answerPreflight(request, reply, edge.corsOrigins, allow)) return
        void reply.header('allow', allow)
        sendProblem(request, reply, failure('METHOD_NOT_ALLOWED'))
      },
      handler: () => null,
    })
  }
}
