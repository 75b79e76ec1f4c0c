import { backgroundContext } from '../contract/call-context.ts'
import type { Db, Tx } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { Delivery } from './delivery.ts'
import type { ListenerContext } from './listener.ts'
import type { Subscriptions } from './subscriptions.ts'

/** Hands one event to its subscriber: the payload is parsed by the listener's own schema first. Throws what it throws. */
export async function handOver(
  db: Db,
  registry: Subscriptions,
  clock: () => Date,
  delivery: Delivery,
): Promise<void> {
  const { schema, handle } = registry.entry(delivery.subscriber)
  const event = {
    id: delivery.event_id,
    type: delivery.type,
    payload: schema.parse(delivery.payload),
    occurred_at: delivery.occurred_at,
  }
  await handle(event, {
    call: backgroundContext(delivery.event_id),
    now: clock,
    once: onceFor(db, delivery),
  })
}

function onceFor(db: Db, { event_id, subscriber }: Delivery): ListenerContext['once'] {
  let called = false
  return async (effect) => {
    if (called) throw new Error(`${subscriber} used once() twice: the second effect would never run.`)
    called = true
    return db.tx(async (tx) => ((await isFirst(tx, event_id, subscriber)) ? effect(tx) : undefined))
  }
}

// Two at the same time: the second waits here for the first to commit, and then finds its row.
async function isFirst(tx: Tx, eventId: string, subscriber: string): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO platform_events.inbox (event_id, subscriber) VALUES (${eventId}, ${subscriber})
    ON CONFLICT DO NOTHING`)
  return inserted === 1
}
