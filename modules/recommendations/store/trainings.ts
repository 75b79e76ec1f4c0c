import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Whoever has not said for so long that it trains is taken for dead. Seconds, by the database's clock. */
const DEAD_AFTER = 60

const KEPT = 20

/** Begins to train, unless another process does: answers the training's id or null. */
export async function beginTraining(tx: Tx, now: Date): Promise<string | null> {
  await tx.run(sql`
    UPDATE recommendations.trainings SET status = 'failed', finished_at = ${now}
    WHERE status = 'running' AND beat_at < clock_timestamp() - make_interval(secs => ${DEAD_AFTER})`)
  const begun = await tx.maybe<{ id: string }>(sql`
    INSERT INTO recommendations.trainings (id, status, started_at) VALUES (${newId()}, 'running', ${now})
    ON CONFLICT (status) WHERE status = 'running' DO NOTHING
    RETURNING id`)
  return begun?.id ?? null
}

/** Says that a training goes on. */
export async function beat(db: Queryable, id: string): Promise<void> {
  await db.run(sql`
    UPDATE recommendations.trainings SET beat_at = clock_timestamp() WHERE id = ${id} AND status = 'running'`)
}

/** Brings a training to its end; false when it was taken for dead and another's turn came. */
export async function endTraining(
  tx: Tx,
  id: string,
  status: 'done' | 'failed',
  now: Date,
): Promise<boolean> {
  const ended = await tx.maybe<{ started_at: string }>(sql`
    UPDATE recommendations.trainings SET status = ${status}, finished_at = ${now}
    WHERE id = ${id} AND status = 'running' RETURNING started_at`)
  if (ended === null) return false
  await tx.run(sql`
    DELETE FROM recommendations.trainings WHERE id IN (
      SELECT id FROM recommendations.trainings ORDER BY started_at DESC, id OFFSET ${KEPT})`)
  if (status === 'done')
    await tx.run(
      sql`DELETE FROM recommendations.ordered WHERE ordered_at <= ${ended.started_at}::timestamptz`,
    )
  return true
}

/** Notes that somebody ordered a training. */
export async function noteOrder(tx: Tx, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.ordered (ordered_at) VALUES (${now})
    ON CONFLICT (one) DO UPDATE SET ordered_at = excluded.ordered_at`)
}

/** Gives up what was ordered. */
export async function dropOrder(db: Queryable): Promise<void> {
  await db.run(sql`DELETE FROM recommendations.ordered`)
}

export type TrainingState = {
  /** Since when it runs, in a process that lives. */
  readonly running_since: string | null
  readonly ordered_at: string | null
  readonly failed_at: string | null
}

/** What is under way, and when the last one failed, if none has come to a good end since. */
export async function findTrainingState(db: Queryable): Promise<TrainingState> {
  return db.one<TrainingState>(sql`
    SELECT
      (SELECT started_at FROM recommendations.trainings
        WHERE status = 'running' AND beat_at >= clock_timestamp() - make_interval(secs => ${DEAD_AFTER})) AS running_since,
      (SELECT ordered_at FROM recommendations.ordered) AS ordered_at,
      (SELECT max(coalesce(finished_at, started_at)) FROM recommendations.trainings AS t
        WHERE (status = 'failed' OR (status = 'running'
            AND beat_at < clock_timestamp() - make_interval(secs => ${DEAD_AFTER})))
          AND NOT EXISTS (SELECT FROM recommendations.trainings AS later
            WHERE later.status = 'done' AND later.started_at >= t.started_at)) AS failed_at`)
}
