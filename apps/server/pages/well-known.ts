import type { FastifyInstance } from 'fastify'
import { identity } from '@rampart/contracts/identity.ts'
import { oauth } from '@rampart/contracts/oauth.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { DATA_POLICY } from '@rampart/platform/http/security-headers.ts'
import type { Runtime } from '../boot/runtime.ts'

/** `GET /.well-known/jwks.json`: the keys that other programs check our access and ID tokens with. */
export function mountWellKnown(app: FastifyInstance, runtime: Runtime): void {
  const accounts = client(identity, runtime.assembly.linkTo('identity'), 'server')
  const apps = client(oauth, runtime.assembly.linkTo('oauth'), 'server')
  app.get('/.well-known/jwks.json', async (request, reply) => {
    const context = backgroundContext(request.id)
    const [access, id] = await Promise.all([accounts.getJwks(context, {}), apps.getPublicKeys(context, {})])
    return reply
      .header('cache-control', 'public, max-age=300')
      .header('content-security-policy', DATA_POLICY)
      .type('application/jwk-set+json; charset=utf-8')
      .send(JSON.stringify({ keys: [...access.keys, ...id.keys] }))
  })
}
