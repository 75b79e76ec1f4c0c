import type { FastifyInstance } from 'fastify'
import { sql } from '@rampart/platform/db/sql.ts'
import { DATA_POLICY } from '@rampart/platform/http/security-headers.ts'
import type { Runtime } from '../boot/runtime.ts'

/** `GET /health`: 200 while this process can serve, 503 while its database is away. */
export function mountHealth(app: FastifyInstance, runtime: Runtime): void {
  app.get('/health', async (_request, reply) => {
    const database = await runtime.db.one(sql`SELECT 1 AS up`).then(
      () => 'up' as const,
      () => 'down' as const,
    )
    const status = database === 'up' ? 'ok' : 'unavailable'
    return reply
      .code(database === 'up' ? 200 : 503)
      .header('cache-control', 'no-store')
      .header('content-security-policy', DATA_POLICY)
      .send({ status, checks: { database } })
  })
}
