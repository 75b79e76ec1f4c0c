import type { Queryable } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { Schedule } from './jobs.ts'

/** One run of a schedule. `started_at` tells it from others, later ones. */
export type Turn = { readonly name: string; readonly started_at: string }

/** Makes the rows that are not there yet; a new schedule is due at once. */
export async function addSchedules(db: Queryable, names: readonly string[]): Promise<void> {
  await db.run(sql`
    INSERT INTO platform_jobs.schedules (name) SELECT unnest(${names}::text[]) ON CONFLICT DO NOTHING`)
}

/** Takes the turns that are due and that nobody else has. Rivals pass each other by: they never wait for one another. */
export async function takeTurns(
  db: Queryable,
  schedules: ReadonlyMap<string, Schedule>,
  leaseMs: number,
): Promise<Turn[]> {
  return db.many<Turn>(sql`
    UPDATE platform_jobs.schedules s
    SET last_started_at = clock_timestamp(), leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    FROM (
      SELECT waiting.name
      FROM platform_jobs.schedules waiting JOIN unnest(
        ${[...schedules.keys()]}::text[],
        ${[...schedules.values()].map((schedule) => schedule.everySeconds)}::double precision[]
      ) AS known (name, every) USING (name)
      WHERE waiting.last_started_at <= clock_timestamp() - known.every * interval '1 second'
        AND (waiting.leased_until IS NULL OR waiting.leased_until < clock_timestamp())
      FOR UPDATE OF waiting SKIP LOCKED
    ) due
    WHERE s.name = due.name
    RETURNING s.name, s.last_started_at AS started_at`)
}

/** Keeps others away while a turn runs. */
export async function renewTurn(db: Queryable, turn: Turn, leaseMs: number): Promise<void> {
  await db.run(sql`
    UPDATE platform_jobs.schedules SET leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    WHERE name = ${turn.name} AND last_started_at = ${turn.started_at}::timestamptz`)
}

/** Lets the next turn come at its time. */
export async function endTurn(db: Queryable, turn: Turn): Promise<void> {
  await db.run(sql`
    UPDATE platform_jobs.schedules SET leased_until = NULL
    WHERE name = ${turn.name} AND last_started_at = ${turn.started_at}::timestamptz`)
}
