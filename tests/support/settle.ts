import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Makes purchases that wait for their payment old enough to be decided, and the reconciler look at once. */
export async function ageProcesses(db: Db): Promise<void> {
  await db.run(sql`
    UPDATE checkout.processes SET created_at = now() - interval '20 minutes', check_at = now() WHERE state = 'open'`)
  await hurrySchedules(db)
}

/** Lets every schedule that does not run at this moment be due. */
async function hurrySchedules(db: Db): Promise<void> {
  await db.run(sql`
    UPDATE platform_jobs.schedules SET last_started_at = 'epoch' WHERE name IN (
      SELECT name FROM platform_jobs.schedules WHERE leased_until IS NULL OR leased_until < now()
      FOR UPDATE SKIP LOCKED)`)
}

type UnderWay = { deliveries: number; jobs: number; refunds: number; undecided: number }

async function underWay(db: Db): Promise<UnderWay> {
  return db.one<UnderWay>(sql`
    SELECT (SELECT count(*) FROM platform_events.deliveries) AS deliveries,
      (SELECT count(*) FROM graphile_worker.jobs WHERE run_at <= now() OR attempts > 0) AS jobs,
      (SELECT count(*) FROM payments.refunds WHERE status = 'pending') AS refunds,
      (SELECT count(*) FROM checkout.processes c LEFT JOIN payments.payments p USING (order_id)
        LEFT JOIN payments.sandbox_payments b ON b.order_id = c.order_id
        WHERE c.state = 'open' AND (p.status IS DISTINCT FROM 'pending' OR b.status <> 'open')) AS undecided`)
}

/** The jobs that are left, for a message. */
async function waitingJobs(db: Db): Promise<unknown[]> {
  return db.many(sql`
    SELECT task_identifier, attempts, max_attempts, run_at, locked_at, last_error, now() AS now
    FROM graphile_worker.jobs WHERE run_at <= now() OR attempts > 0 LIMIT 5`)
}

/**
 * Waits until nothing is on its way: events, mails, webhooks, refunds, purchases whose payment is decided. With
 * `decideAll`, purchases that nobody pays are aged first and given up by the reconciler.
 * @throws with what is left when it takes too long
 */
export async function settle(db: Db, options: { decideAll?: boolean; seconds?: number } = {}): Promise<void> {
  const { decideAll = false, seconds = 90 } = options
  const end = Date.now() + seconds * 1_000
  for (;;) {
    if (decideAll) await ageProcesses(db)
    const left = await underWay(db)
    const open = await db.one<{ count: number }>(
      sql`SELECT count(*) FROM checkout.processes WHERE state = 'open'`,
    )
    const count = Object.values(left).reduce((sum, each) => sum + each, 0) + (decideAll ? open.count : 0)
    if (count === 0) return
    if (Date.now() > end) {
      throw new Error(
        `Not at rest: ${JSON.stringify({ ...left, open: open.count, tasks: await waitingJobs(db) })}`,
      )
    }
    await sleep(250)
    if (left.refunds > 0) {
      await db.run(sql`
        UPDATE payments.refunds SET attempted_at = now() - interval '2 minutes'
        WHERE status = 'pending' AND attempted_at < now() - interval '5 seconds'`)
    }
    if (left.refunds > 0 || left.undecided > 0) await hurrySchedules(db)
  }
}
