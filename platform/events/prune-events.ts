import type { Queryable } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { Schedule } from '../jobs/jobs.ts'

const DAY_MS = 86_400_000
const BATCH = 5_000

/**
 * Deletes events and inbox rows from before a moment, unless a delivery of theirs is still open: a dead letter that
 * is retried needs its event, and the inbox row that says what it did already. Answers how many rows went.
 */
export async function pruneEvents(db: Queryable, before: Date): Promise<number> {
  const bound = lowestId(before)
  const events = () =>
    db.run(sql`
      DELETE FROM platform_events.events WHERE id IN (
        SELECT e.id FROM platform_events.events e
        WHERE e.id < ${bound}
          AND NOT EXISTS (SELECT FROM platform_events.deliveries d WHERE d.event_id = e.id)
          AND NOT EXISTS (SELECT FROM platform_events.dead_letters d WHERE d.event_id = e.id)
        LIMIT ${BATCH})`)
  const inbox = () =>
    db.run(sql`
      DELETE FROM platform_events.inbox WHERE (event_id, subscriber) IN (
        SELECT i.event_id, i.subscriber FROM platform_events.inbox i
        WHERE i.event_id < ${bound}
          AND NOT EXISTS (
            SELECT FROM platform_events.deliveries d WHERE d.event_id = i.event_id AND d.subscriber = i.subscriber)
          AND NOT EXISTS (
            SELECT FROM platform_events.dead_letters d WHERE d.event_id = i.event_id AND d.subscriber = i.subscriber)
        LIMIT ${BATCH})`)
  return (await inBatches(events)) + (await inBatches(inbox))
}

/** Prunes what is older than `days`, every hour. */
export function pruneSchedule(db: Queryable, days = 7): Schedule {
  return {
    name: 'prune-events',
    everySeconds: 3_600,
    run: async ({ now }) => void (await pruneEvents(db, new Date(now().getTime() - days * DAY_MS))),
  }
}

async function inBatches(remove: () => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const removed = await remove()
    total += removed
    if (removed < BATCH) return total
  }
}

// UUIDv7 begins with its milliseconds, so all ids of a moment lie above this one.
function lowestId(moment: Date): string {
  const time = moment.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}
