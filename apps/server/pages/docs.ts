import type { FastifyInstance, FastifyReply } from 'fastify'
import { CLOSED_TO_KEYS } from '@rampart/contracts/access/api-keys.ts'
import { docsPage, errorsPage } from '@rampart/platform/http/docs-page.ts'
import { API_PREFIXES } from '@rampart/platform/http/http-server.ts'
import { openApi } from '@rampart/platform/http/openapi.ts'
import type { Route } from '@rampart/platform/http/route-table.ts'
import { DATA_POLICY, newNonce, pagePolicy } from '@rampart/platform/http/security-headers.ts'
import type { Runtime } from '../boot/runtime.ts'
import { version } from '../version.ts'

/** The OpenAPI document, its reference page at `/docs`, and the list of error codes. */
export function mountDocs(app: FastifyInstance, runtime: Runtime, routes: readonly Route[]): void {
  const { contracts } = runtime.assembly
  const { shop_name: title } = runtime.config
  const [prefix] = API_PREFIXES
  let document: string | undefined
  for (const place of API_PREFIXES) {
    app.get(`${place}/openapi.json`, (_request, reply) => {
      document ??= JSON.stringify(
        openApi(
          routes,
          prefix,
          { title: `${title} API`, version, description: 'The public API of a Rampart shop.' },
          { closedToKeys: CLOSED_TO_KEYS },
        ),
      )
      return reply
        .header('content-security-policy', DATA_POLICY)
        .type('application/json; charset=utf-8')
        .send(document)
    })
  }
  app.get('/docs', (_request, reply) =>
    sendPage(reply, (nonce) => docsPage(title, contracts, routes, prefix, nonce)),
  )
  app.get('/docs/errors', (_request, reply) =>
    sendPage(reply, (nonce) => errorsPage(title, contracts, nonce)),
  )
}

function sendPage(reply: FastifyReply, render: (nonce: string) => string): FastifyReply {
  const nonce = newNonce()
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(render(nonce))
}
