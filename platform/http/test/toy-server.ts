import type { FastifyInstance } from 'fastify'
import { dispatcher } from '../../contract/dispatcher.ts'
import { localLink } from '../../contract/link.ts'
import { toy, toyImplementation } from '../../contract/test/toy-contract.ts'
import { keyring } from '../../crypto/keys.ts'
import { randomToken } from '../../crypto/tokens.ts'
import { noLimits } from '../../limits/create-limits.ts'
import { silentLog } from '../../log/create-log.ts'
import { testDatabase } from '../../testing/database.ts'
import type { Authenticate } from '../authentication.ts'
import { credentialCookies } from '../cookies.ts'
import { httpServer, type HttpServerOptions } from '../http-server.ts'
import { idempotency } from '../idempotency.ts'
import { httpMigrations } from '../migration-source.ts'
import type { EdgeParts } from '../operation-handler.ts'
import { routeTable } from '../route-table.ts'

export const customerSecret = randomToken()
export const staffSecret = randomToken()
export const publicUrl = 'http://shop.test:8000'

const authenticate: Authenticate = ({ secret, audience }) => {
  if (secret === customerSecret && audience !== 'staff') {
    return Promise.resolve({ kind: 'customer', id: 'c1', session_id: 's1' })
  }
  if (secret === staffSecret && audience !== 'shop') {
    return Promise.resolve({
      kind: 'staff',
      id: 'a1',
      session_id: 's2',
      role: 'admin',
      permissions: ['toy:*'],
    })
  }
  return Promise.resolve(null)
}

export type ToyOptions = Partial<Pick<EdgeParts, 'limits' | 'corsOrigins' | 'authenticate'>> &
  Partial<Pick<HttpServerOptions, 'trustProxy' | 'connections' | 'publicUrl'>> & {
    /** Adds routes of the test's own. */
    readonly extend?: (app: FastifyInstance) => void
  }

/** The toy contract behind the real HTTP edge, with a database for idempotency keys. */
export async function toyServer(options: ToyOptions = {}): Promise<{
  app: FastifyInstance
  state: { total: number }
  close(): Promise<void>
}> {
  const database = await testDatabase([httpMigrations])
  const state = { total: 0 }
  const link = localLink(dispatcher(toy, toyImplementation(state)))
  const app = httpServer({
    routes: routeTable([toy]),
    edge: {
      linkTo: () => link,
      authenticate: options.authenticate ?? authenticate,
      cookies: credentialCookies(publicUrl),
      idempotency: idempotency(database.db, keyring(Buffer.alloc(32, 9))),
      limits: options.limits ?? noLimits,
      corsOrigins: options.corsOrigins ?? [],
      publicOrigin: publicUrl,
      deadlineMs: 5_000,
    },
    log: silentLog,
    publicUrl: options.publicUrl ?? publicUrl,
    trustProxy: options.trustProxy ?? [],
    ...(options.connections === undefined ? {} : { connections: options.connections }),
  })
  options.extend?.(app)
  await app.ready()
  return {
    app,
    state,
    close: async () => {
      await app.close()
      await database.drop()
    },
  }
}
