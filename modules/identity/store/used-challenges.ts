import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Uses a solved challenge up: of any number of parallel tries one gets true. */
export async function useChallenge(q: Queryable, hash: Buffer, expiresAt: Date): Promise<boolean> {
  const used = await q.run(sql`
    INSERT INTO identity.used_challenges (hash, expires_at) VALUES (${hash}, ${expiresAt})
    ON CONFLICT (hash) DO NOTHING`)
  return used > 0
}

/** Removes challenges that could not be solved any more before this moment. */
export async function pruneUsedChallenges(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.used_challenges WHERE expires_at < ${before}`)
}

/** Notes that reCAPTCHA cannot be reached, so that a proof of work counts in its place until then. */
export async function noteOutage(q: Queryable, until: Date): Promise<void> {
  await q.run(sql`
    INSERT INTO identity.recaptcha_outage AS o (until) VALUES (${until})
    ON CONFLICT (singleton) DO UPDATE SET until = greatest(o.until, excluded.until)`)
}

/** Until when reCAPTCHA was last taken to be out of reach; null when it never was. */
export async function outageUntil(q: Queryable): Promise<Date | null> {
  const row = await q.maybe<{ until: string }>(sql`SELECT until FROM identity.recaptcha_outage`)
  return row === null ? null : new Date(row.until)
}
