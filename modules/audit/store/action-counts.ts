import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

const DAY_SECONDS = 86_400

export type ActionCount = { readonly action: string; readonly days_ago: number; readonly times: number }

/** How often actions were recorded, by spans of 24 hours back from `now`; a span in which nothing was is left out. */
export async function countByDay(
  q: Queryable,
  actions: readonly string[],
  days: number,
  now: Date,
): Promise<ActionCount[]> {
  const since = new Date(now.getTime() - days * DAY_SECONDS * 1_000)
  // Ids begin with their time in milliseconds, so the index by action and id serves a span of time.
  return q.many<ActionCount>(sql`
    SELECT action, days_ago, count(*)::int AS times
    FROM (
      SELECT action, floor(extract(epoch FROM ${now}::timestamptz - occurred_at) / ${DAY_SECONDS})::int AS days_ago
      FROM audit.entries
      WHERE action = ANY (${[...actions]}::text[]) AND id >= ${firstIdAt(since)}::uuid
        AND occurred_at > ${since} AND occurred_at <= ${now}
    ) entry
    GROUP BY action, days_ago`)
}

// Entries are written moments after they occurred, never before.
function firstIdAt(moment: Date): string {
  const hex = Math.max(moment.getTime(), 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
