import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { TryPolicy } from '../domain/try-policies.ts'

/** Counts a try and begins the wait after it; null when an earlier wait still runs. */
export async function takeTry(
  q: Queryable,
  key: string,
  policy: TryPolicy,
  now: Date,
): Promise<number | null> {
  const { free, base, max, forget } = policy
  const row = await q.maybe<{ tries: number }>(sql`
    INSERT INTO identity.throttle AS t (key, tries, blocked_until, updated_at)
    VALUES (${key}, 1, ${now}, ${now})
    ON CONFLICT (key) DO UPDATE SET
      tries = CASE WHEN t.updated_at < ${now}::timestamptz - make_interval(secs => ${forget}) THEN 1 ELSE t.tries + 1 END,
      blocked_until = ${now}::timestamptz + make_interval(secs => CASE
        WHEN t.updated_at < ${now}::timestamptz - make_interval(secs => ${forget}) OR t.tries + 1 < ${free}::int THEN 0
        ELSE least(${max}::float8, ${base}::float8 * power(2, least(t.tries + 1 - ${free}::int, 20))) END),
      updated_at = ${now}
    WHERE t.blocked_until <= ${now}
    RETURNING tries`)
  return row?.tries ?? null
}

/** Whole seconds until the next try counts. */
export async function secondsUntilFree(q: Queryable, key: string, now: Date): Promise<number> {
  const row = await q.maybe<{ seconds: number }>(sql`
    SELECT ceil(extract(epoch FROM blocked_until - ${now}::timestamptz))::int AS seconds
    FROM identity.throttle WHERE key = ${key}`)
  return row?.seconds ?? 0
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
