import { newId } from '../crypto/ids.ts'
import type { Tx } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { Subscriptions } from './subscriptions.ts'

type NewEvent = {
  readonly type: string
  readonly key: string | null
  readonly payload: unknown
  readonly now: Date
}

/**
 * Writes an event and one delivery for each subscriber, in one statement of the caller's transaction.
 *
 * There is no NOTIFY: it takes a lock of the whole server at commit, which makes all commits queue. The relay of
 * this process is woken after the commit; those of others look every second.
 */
export async function writeEvent(tx: Tx, registry: Subscriptions, event: NewEvent): Promise<void> {
  const subscribers = registry.subscribersOf(event.type)
  await tx.run(sql`
    WITH event AS (
      INSERT INTO platform_events.events (id, type, key, payload, occurred_at)
      VALUES (${newId()}, ${event.type}, ${event.key}, ${JSON.stringify(event.payload)}::jsonb, ${event.now})
      RETURNING id, key
    )
    INSERT INTO platform_events.deliveries (event_id, subscriber, key, due_at)
    SELECT event.id, subscriber, event.key, clock_timestamp()
    FROM event, unnest(${subscribers}::text[]) AS subscriber`)
  if (subscribers.length > 0) tx.afterCommit(registry.wake)
}
