import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '../../db/sql.ts'
import { testDatabase } from '../../testing/database.ts'
import { pruneKeys } from '../idempotency-store.ts'
import { httpMigrations } from '../migration-source.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase([httpMigrations])
})
afterAll(() => database.drop())

// Planted bug: one statement an hour falls behind whoever writes more keys than it forgets.
it('forgets every key older than a day, however many there are, and no younger one', async () => {
  await database.db.run(sql`
    INSERT INTO platform_http.idempotency_keys (scope, key_hash, request_hash, locked_until, created_at)
    SELECT 'guest', int4send(n), '', now(), now() - CASE WHEN n = 0 THEN interval '23 hours' ELSE interval '25 hours' END
    FROM generate_series(0, 20001) AS n`)
  expect(await pruneKeys(database.db)).toBe(20_001)
  const { left } = await database.db.one<{ left: number }>(
    sql`SELECT count(*) AS left FROM platform_http.idempotency_keys`,
  )
  expect(left).toBe(1)
})
