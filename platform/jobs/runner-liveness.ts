import type { Db } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { Log } from '../log/log.ts'
import { KEYED } from './create-jobs.ts'

/**
 * Says regularly that a runner is alive, and frees the jobs of runners that say so no more: the queue itself would
 * keep the jobs of a killed process for four hours. Answers how to sign off.
 */
export function keepAlive(db: Db, log: Log, runnerId: string, deadAfterMs: number): () => Promise<void> {
  const beat = async (): Promise<void> => {
    try {
      await signOn(db, runnerId)
      await freeOrphans(db, deadAfterMs)
      await dropReplaced(db)
    } catch (error) {
      log.warn('The job runner could not sign on.', { error })
    }
  }
  let last = beat()
  const timer = setInterval(() => {
    last = beat()
  }, deadAfterMs / 4).unref()
  return async () => {
    clearInterval(timer)
    await last
    await db.run(sql`DELETE FROM platform_jobs.runners WHERE id = ${runnerId}`).catch(() => undefined)
  }
}

async function signOn(db: Db, runnerId: string): Promise<void> {
  await db.run(sql`
    INSERT INTO platform_jobs.runners (id, seen_at) VALUES (${runnerId}, clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`)
}

// A runner that was killed before it first signed on is nowhere in the table, and dead all the same.
async function freeOrphans(db: Db, deadAfterMs: number): Promise<void> {
  await db.run(sql`
    WITH dead AS (
      DELETE FROM platform_jobs.runners
      WHERE seen_at < clock_timestamp() - ${deadAfterMs} * interval '1 millisecond'
    ), orphaned AS (
      SELECT DISTINCT locked_by FROM graphile_worker.jobs
      WHERE locked_at < clock_timestamp() - ${deadAfterMs} * interval '1 millisecond'
        AND locked_by NOT IN (
          SELECT id FROM platform_jobs.runners
          WHERE seen_at >= clock_timestamp() - ${deadAfterMs} * interval '1 millisecond')
    )
    SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM orphaned HAVING count(*) > 0`)
}

/**
 * The queue takes the key of a job that runs when another is queued under it, and sees to it that it is not tried again.
 * When its process died, or it failed, it would stay for ever: the one that replaced it has done its work.
 */
async function dropReplaced(db: Db): Promise<void> {
  await db.run(sql`
    DELETE FROM graphile_worker._private_jobs
    WHERE key IS NULL AND locked_at IS NULL AND attempts >= max_attempts AND flags ? ${KEYED}`)
}
