import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Verdict } from '@rampart/platform/policy/decide.ts'

export type DecisionRow = {
  readonly operation: string
  readonly request: unknown
  readonly verdict: Verdict
  readonly times: number
  readonly last_at: string
}

type Counted = DecisionRow & { readonly digest: Buffer }

/** Adds to what is counted. Equal requests with equal verdicts are one row. */
export async function countDecisions(q: Queryable, rows: readonly Counted[]): Promise<void> {
  if (rows.length === 0) return
  await q.run(sql`
    INSERT INTO access.decisions (digest, operation, request, verdict, times, last_at)
    SELECT * FROM unnest(
      ${rows.map(({ digest }) => digest)}::bytea[], ${rows.map(({ operation }) => operation)}::text[],
      ${rows.map(({ request }) => JSON.stringify(request))}::jsonb[], ${rows.map(({ verdict }) => verdict)}::text[],
      ${rows.map(({ times }) => times)}::bigint[], ${rows.map(({ last_at }) => last_at)}::timestamptz[])
    ON CONFLICT (digest) DO UPDATE SET times = access.decisions.times + EXCLUDED.times,
      last_at = GREATEST(access.decisions.last_at, EXCLUDED.last_at)`)
}

/** What was decided since a moment, the most frequent first, at most `limit` rows. */
export async function findDecisions(q: Queryable, since: Date, limit: number): Promise<DecisionRow[]> {
  return q.many<DecisionRow>(sql`
    SELECT operation, request, verdict, times::int AS times, last_at FROM access.decisions
    WHERE last_at > ${since} ORDER BY times DESC, digest LIMIT ${limit}`)
}

/** Forgets what is older than a moment. */
export async function pruneDecisions(q: Queryable, before: Date): Promise<number> {
  return q.run(sql`DELETE FROM access.decisions WHERE last_at <= ${before}`)
}
