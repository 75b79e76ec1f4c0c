import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { TryPolicy } from '../domain/gift-cards/try-policy.ts'

/**
 * Counts a try and begins the wait after it, in one statement: counted first and judged afterwards, so that parallel tries cannot
 * slip through. False while an earlier wait still runs.
 */
export async function takeTry(q: Queryable, key: Buffer, rule: TryPolicy, now: Date): Promise<boolean> {
  const taken = await q.run(sql`
    INSERT INTO pricing.tries AS t (key, tries, blocked_until, updated_at)
    VALUES (${key}, 1, to_timestamp(0), ${now})
    ON CONFLICT (key) DO UPDATE SET
      (tries, blocked_until) = (
        SELECT next.tries, CASE WHEN next.tries < ${rule.free}::int THEN to_timestamp(0) ELSE ${now}::timestamptz
          + make_interval(secs => least(${rule.max}::float8, ${rule.base}::float8
            * power(2, least(next.tries - ${rule.free}::int, 20)))) END
        FROM (SELECT CASE WHEN t.updated_at < ${now}::timestamptz - make_interval(secs => ${rule.forget}::float8)
          THEN 1 ELSE t.tries + 1 END AS tries) AS next),
      updated_at = ${now}
    WHERE t.blocked_until <= ${now}`)
  return taken > 0
}

/** The try was good: takes its own count back and ends its wait. */
export async function giveBackTry(q: Queryable, key: Buffer, now: Date): Promise<void> {
  await q.run(sql`
    UPDATE pricing.tries SET tries = greatest(tries - 1, 0), blocked_until = least(blocked_until, ${now})
    WHERE key = ${key}`)
}

/** Seconds until the next try is taken; 0 when none runs. */
export async function findWait(q: Queryable, key: Buffer, now: Date): Promise<number> {
  const row = await q.maybe<{ blocked_until: string }>(
    sql`SELECT blocked_until FROM pricing.tries WHERE key = ${key}`,
  )
  return row === null ? 0 : Math.max(0, Math.ceil((Date.parse(row.blocked_until) - now.getTime()) / 1_000))
}

/** Removes what was last counted before this moment. */
export async function pruneTries(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM pricing.tries WHERE updated_at < ${before}`)
}
