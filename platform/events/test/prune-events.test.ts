import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../crypto/ids.ts'
import { sql } from '../../db/sql.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { pruneEvents } from '../prune-events.ts'
import { countRows, openOutbox } from './fixture.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openOutbox()
})
afterAll(() => database.drop())

async function write(id: string, options: { open: boolean }): Promise<void> {
  const { db } = database
  await db.run(sql`
    INSERT INTO platform_events.events (id, type, payload, occurred_at) VALUES (${id}, 'a.b.v1', '{}', now())`)
  await db.run(sql`INSERT INTO platform_events.inbox (event_id, subscriber) VALUES (${id}, 'desk')`)
  if (!options.open) return
  await db.run(sql`
    INSERT INTO platform_events.dead_letters (seq, event_id, subscriber, attempts, dead_at)
    VALUES (1, ${id}, 'desk', 12, now())`)
}

test('old events and inbox rows go, new ones and those of dead letters stay', async () => {
  // Newest first would keep the generator's clock ahead of the older ones.
  const [oldDone, oldDead, fresh] = [newId(1_000_000), newId(1_000_001), newId()]
  const bound = new Date(Date.now() - 1_000)
  await write(oldDone, { open: false })
  await write(oldDead, { open: true })
  await write(fresh, { open: false })
  expect(await pruneEvents(database.db, bound)).toBe(2)
  expect(await countRows(database, 'events')).toBe(2)
  expect(await countRows(database, 'inbox')).toBe(2)
  const left = await database.db.many<{ id: string }>(sql`SELECT id FROM platform_events.events ORDER BY id`)
  expect(left.map(({ id }) => id)).toEqual([oldDead, fresh])
})
