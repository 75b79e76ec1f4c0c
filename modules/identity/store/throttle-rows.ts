import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { TryPolicy } from '../domain/try-policies.ts'

/** What tries are counted under, and by which rule. */
export type KeyedPolicy = { readonly key: string; readonly policy: TryPolicy }

/**
 * Counts a try under each key and begins the wait after it; a key is missing from the answer while an earlier wait
 * still runs. Keys are taken in their order, so that tries that share some of them never wait for each other in a ring.
 * Without a wait the row says 1970: a try that began a moment earlier, or on a slower clock, must not see one.
 */
export async function takeTries(
  q: Queryable,
  keyed: readonly KeyedPolicy[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const rules = keyed.map(({ key, policy }) => ({ key, ...policy }))
  const rows = await q.many<{ key: string; tries: number }>(sql`
    WITH rule AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rules)}::json)
        AS r (key text, free int, base float8, max float8, forget float8))
    INSERT INTO identity.throttle AS t (key, tries, blocked_until, updated_at)
    SELECT key, 1, to_timestamp(0), ${now} FROM rule ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      (tries, blocked_until) = (
        SELECT next.tries, CASE WHEN next.tries < rule.free THEN to_timestamp(0) ELSE ${now}::timestamptz
          + make_interval(secs => least(rule.max, rule.base * power(2, least(next.tries - rule.free, 20)))) END
        FROM rule, LATERAL (SELECT CASE WHEN t.updated_at < ${now}::timestamptz - make_interval(secs => rule.forget)
          THEN 1 ELSE t.tries + 1 END AS tries) AS next
        WHERE rule.key = t.key),
      updated_at = ${now}
    WHERE t.blocked_until <= ${now}
    RETURNING key, tries`)
  return new Map(rows.map(({ key, tries }) => [key, tries]))
}

/** Takes one try back and ends its wait. */
export async function giveBackTry(q: Queryable, key: string, now: Date): Promise<void> {
  await q.run(sql`
    UPDATE identity.throttle SET tries = greatest(tries - 1, 0), blocked_until = least(blocked_until, ${now})
    WHERE key = ${key}`)
}

/** Forgets all tries of these keys. */
export async function forgetTries(q: Queryable, keys: readonly string[]): Promise<void> {
  await q.run(sql`DELETE FROM identity.throttle WHERE key = ANY(${keys}::text[])`)
}

/** What is counted under a key. */
export type TryRow = { readonly tries: number; readonly blocked_until: string; readonly updated_at: string }

/** What is counted under these keys, by key; those never tried are missing. */
export async function findTries(q: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, TryRow>> {
  const rows = await q.many<TryRow & { key: string }>(sql`
    SELECT key, tries, blocked_until, updated_at FROM identity.throttle WHERE key = ANY(${keys}::text[])`)
  return new Map(rows.map((row) => [row.key, row]))
}

/** Removes rows that were last counted before this moment. */
export async function pruneThrottle(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.throttle WHERE updated_at < ${before}`)
}
