import type { Queryable } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { Delivery, FailedDelivery } from './delivery.ts'

// These statements do not wait for the disk (synchronous_commit off): a claim, a completion or a failure that a
// crash of the database loses means that the event is handed over again, which receivers withstand anyway. The
// order of the log still holds: a completion can only survive together with the effect that was committed before.

/**
 * Claims up to `limit` due deliveries for `leaseMs`. One with a key is left alone while an earlier one of its key
 * and subscriber is claimed elsewhere or waits for its next try.
 */
export async function claimDeliveries(
  db: Queryable,
  subscribers: readonly string[],
  limit: number,
  leaseMs: number,
): Promise<Delivery[]> {
  const rows = await db.many<Delivery>(sql`
    WITH candidates AS MATERIALIZED (
      SELECT d.seq, d.subscriber, d.key
      FROM platform_events.deliveries d, set_config('synchronous_commit', 'off', true)
      WHERE d.due_at <= now() AND d.subscriber = ANY(${subscribers}::text[])
        AND NOT EXISTS (
          SELECT FROM platform_events.deliveries earlier
          WHERE earlier.subscriber = d.subscriber AND earlier.key = d.key AND earlier.seq < d.seq
            AND earlier.due_at > d.due_at)
      ORDER BY d.due_at, d.seq
      LIMIT ${limit}
      FOR UPDATE OF d SKIP LOCKED
    ),
    -- An earlier one that somebody else holds at this very moment was skipped above: leave its followers too.
    chosen AS MATERIALIZED (
      SELECT c.seq FROM candidates c
      WHERE c.key IS NULL OR NOT EXISTS (
        SELECT FROM platform_events.deliveries earlier
        WHERE earlier.subscriber = c.subscriber AND earlier.key = c.key AND earlier.seq < c.seq
          AND earlier.seq NOT IN (SELECT seq FROM candidates))
    )
    UPDATE platform_events.deliveries d
    SET attempts = d.attempts + 1, due_at = now() + ${leaseMs} * interval '1 millisecond'
    FROM chosen, platform_events.events e
    WHERE d.seq = chosen.seq AND e.id = d.event_id
    RETURNING d.seq, d.event_id, d.subscriber, d.key, d.attempts, e.type, e.payload, e.occurred_at`)
  return rows.sort((left, right) => left.seq - right.seq)
}

/** Forgets deliveries that were handled. */
export async function deleteDeliveries(db: Queryable, seqs: readonly number[]): Promise<void> {
  await db.run(sql`
    DELETE FROM platform_events.deliveries
    USING set_config('synchronous_commit', 'off', true)
    WHERE seq = ANY(${seqs}::bigint[])`)
}

/** Notes failures: waits before the next try, or gives up. A claim that somebody else took over is left alone. */
export async function failDeliveries(db: Queryable, failed: readonly FailedDelivery[]): Promise<void> {
  const again = failed.filter(({ retryInMs }) => retryInMs !== null)
  const dead = failed.filter(({ retryInMs }) => retryInMs === null)
  if (again.length > 0) {
    await db.run(sql`
      UPDATE platform_events.deliveries d
      SET last_error = f.error, due_at = now() + f.wait * interval '1 millisecond'
      FROM unnest(
        ${again.map((item) => item.seq)}::bigint[],
        ${again.map((item) => item.attempts)}::smallint[],
        ${again.map((item) => item.error)}::text[],
        ${again.map((item) => item.retryInMs)}::double precision[]
      ) AS f (seq, attempts, error, wait)
      WHERE d.seq = f.seq AND d.attempts = f.attempts`)
  }
  if (dead.length === 0) return
  await db.run(sql`
    WITH gone AS (
      DELETE FROM platform_events.deliveries d
      USING unnest(
        ${dead.map((item) => item.seq)}::bigint[],
        ${dead.map((item) => item.attempts)}::smallint[],
        ${dead.map((item) => item.error)}::text[]
      ) AS f (seq, attempts, error)
      WHERE d.seq = f.seq AND d.attempts = f.attempts
      RETURNING d.seq, d.event_id, d.subscriber, d.key, d.attempts, f.error
    )
    INSERT INTO platform_events.dead_letters (seq, event_id, subscriber, key, attempts, last_error, dead_at)
    SELECT seq, event_id, subscriber, key, attempts, error, now() FROM gone`)
}

type Claim = Pick<Delivery, 'seq' | 'attempts'>

/** Gives claims back that were not tried, as if they had never been made. */
export async function releaseDeliveries(db: Queryable, claims: readonly Claim[]): Promise<void> {
  await db.run(sql`
    UPDATE platform_events.deliveries d
    SET attempts = d.attempts - 1, due_at = now()
    FROM unnest(${claims.map((c) => c.seq)}::bigint[], ${claims.map((c) => c.attempts)}::smallint[]) AS c (seq, attempts)
    WHERE d.seq = c.seq AND d.attempts = c.attempts`)
}

/** Lengthens the leases of claims that are still being worked on. */
export async function renewLeases(db: Queryable, claims: readonly Claim[], leaseMs: number): Promise<void> {
  await db.run(sql`
    UPDATE platform_events.deliveries d
    SET due_at = now() + ${leaseMs} * interval '1 millisecond'
    FROM unnest(${claims.map((c) => c.seq)}::bigint[], ${claims.map((c) => c.attempts)}::smallint[]) AS c (seq, attempts),
      set_config('synchronous_commit', 'off', true)
    WHERE d.seq = c.seq AND d.attempts = c.attempts`)
}
