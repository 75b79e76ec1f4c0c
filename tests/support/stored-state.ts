import type { Db } from '@rampart/platform/db/db.ts'
import { sql, unsafeSql } from '@rampart/platform/db/sql.ts'

/** What refused requests may leave: counts of wrong tries and of decisions, the time a session was last seen. */
const notBusiness = new Set([
  'access.decisions',
  'identity.throttle',
  'identity.sessions',
  'pricing.tries',
  'platform_events.deliveries',
])

/** Every table of the shop that has rows of its own, by schema and name; of what is partitioned, the partitions. */
export async function allTables(db: Db): Promise<string[]> {
  const rows = await db.many<{ name: string }>(sql`
    SELECT relnamespace::regnamespace || '.' || relname AS name FROM pg_class
    WHERE relkind = 'r' AND relpersistence <> 't'
      AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'platform', 'graphile_worker')
    ORDER BY 1`)
  return rows.map((row) => row.name)
}

/** Columns that count wrong tries in tables that hold more. */
const counts: Readonly<Record<string, string>> = {
  'identity.passwords': "- 'failures'",
  'identity.totp': "- 'failures' - 'locked_until'",
}

/** A fingerprint of everything stored: table → rows and a digest over them. Refused sign-ins' audit entries are left out. */
export async function storedState(db: Db, tables: readonly string[]): Promise<Record<string, string>> {
  if (tables.length === 0) return {}
  const parts = tables
    .filter((table) => !notBusiness.has(table))
    .map((table) => {
      const where =
        table === 'platform_events.events' ? `WHERE coalesce(payload->>'action', '') NOT LIKE 'auth%'` : ''
      return `SELECT '${table}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(${rowOf(table)}::text, 0)), 0) AS digest FROM ${table} t ${where}`
    })
  const rows = await db.many<{ name: string; digest: string }>(unsafeSql(parts.join(' UNION ALL ')))
  return Object.fromEntries(rows.map((row) => [row.name, row.digest]))
}

const rowOf = (table: string): string => {
  const without = counts[table]
  return without === undefined ? 't' : `(to_jsonb(t) ${without})`
}
