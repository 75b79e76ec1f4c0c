import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Habit } from '../domain/find-unusual.ts'
import type { Fact } from '../domain/insight.ts'

/** The newest entries that rules look at, in the order of time: all of the staff, and what is about signing in. */
export async function listFacts(q: Queryable, from: Date, until: Date, limit: number): Promise<Fact[]> {
  const newest = await q.many<Fact>(sql`
    SELECT id, action, subject_type, subject_id, actor_kind, actor_id, ip, occurred_at,
      after ->> 'audience' AS audience,
      coalesce((after #>> '{risk,signals,new_country}')::numeric, 0) > 0 AS new_country,
      (after ->> 'amount_minor')::float8 AS amount
    FROM audit.entries
    WHERE occurred_at >= ${from} AND occurred_at < ${until}
      AND (actor_kind = 'staff' OR action LIKE 'authn\\_%' OR action LIKE 'authz\\_%'
        OR action LIKE 'audit.%' OR action LIKE 'customers.export%' OR action LIKE 'identity.%')
    ORDER BY occurred_at DESC, id DESC LIMIT ${limit}`)
  return newest.reverse()
}

type HabitRow = Omit<Habit, 'hours'> & { readonly hours: Readonly<Record<string, number>> }

/** What each of these people did in the time before, by the hours of the day, and how large their refunds were. */
export async function listHabits(
  q: Queryable,
  actors: readonly string[],
  from: Date,
  until: Date,
): Promise<Map<string, Habit>> {
  const rows = await q.many<HabitRow>(sql`
    WITH before AS MATERIALIZED (
      SELECT actor_id, action, occurred_at, after FROM audit.entries
      WHERE actor_id = ANY (${[...actors]}::text[]) AND occurred_at >= ${from} AND occurred_at < ${until}
    ), hourly AS (
      SELECT actor_id, extract(hour FROM occurred_at)::int AS hour, count(*) AS times FROM before GROUP BY 1, 2
    ), refunds AS (
      SELECT actor_id, count(*) AS refunds,
        percentile_disc(0.9) WITHIN GROUP (ORDER BY (after ->> 'amount_minor')::float8) AS usual
      FROM before WHERE action = 'payments.refund-requested' GROUP BY 1
    )
    SELECT b.actor_id, count(DISTINCT b.occurred_at::date) AS days,
      (SELECT jsonb_object_agg(hour, times) FROM hourly h WHERE h.actor_id = b.actor_id) AS hours,
      coalesce((SELECT r.refunds FROM refunds r WHERE r.actor_id = b.actor_id), 0) AS refunds,
      coalesce((SELECT r.usual FROM refunds r WHERE r.actor_id = b.actor_id), 0) AS usual_refund
    FROM before b GROUP BY b.actor_id`)
  return new Map(
    rows.map(({ hours, ...row }) => [
      row.actor_id,
      { ...row, hours: Array.from({ length: 24 }, (_, hour) => hours[String(hour)] ?? 0) },
    ]),
  )
}
