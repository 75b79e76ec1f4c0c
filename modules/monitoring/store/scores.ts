import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type DayScore = { readonly day: string; readonly score: number }

/** Keeps the score of a day; the last look at a day counts. */
export async function keepScore(q: Queryable, now: Date, score: number): Promise<void> {
  await q.run(sql`
    INSERT INTO monitoring.scores (day, score) VALUES ((${now}::timestamptz AT TIME ZONE 'UTC')::date, ${score})
    ON CONFLICT (day) DO UPDATE SET score = excluded.score`)
}

/** The scores of the last days, the oldest first. */
export async function listScores(q: Queryable, days: number, now: Date): Promise<DayScore[]> {
  return q.many<DayScore>(sql`
    SELECT day::text AS day, score FROM monitoring.scores
    WHERE day > (${now}::timestamptz AT TIME ZONE 'UTC')::date - ${days}::int ORDER BY day`)
}

/** Forgets the scores of days that are too long ago for anybody to ask. */
export async function pruneScores(q: Queryable, days: number, now: Date): Promise<void> {
  await q.run(sql`
    DELETE FROM monitoring.scores WHERE day <= (${now}::timestamptz AT TIME ZONE 'UTC')::date - ${days}::int`)
}
