import { z } from 'zod'
import { defineContract } from '../../contract/define-contract.ts'
import { sql } from '../../db/sql.ts'
import { silentLog } from '../../log/create-log.ts'
import { testDatabase, type TestDatabase } from '../../testing/database.ts'
import { createOutbox } from '../create-outbox.ts'
import { listen, type Listener } from '../listener.ts'
import { eventMigrations } from '../migration-source.ts'
import { type RelayOptions, startRelay } from '../relay.ts'
import { type Subscriptions, subscriptions } from '../subscriptions.ts'

export const lamps = defineContract({
  name: 'lamps',
  operations: {},
  events: { 'lamps.lamp-lit.v1': z.strictObject({ lamp_id: z.string(), nth: z.int() }) },
})

export const LIT = 'lamps.lamp-lit.v1'

export type LitListener = Listener<{ lamp_id: string; nth: number }>

/** A database with the outbox and a table for effects. */
export async function openOutbox(): Promise<TestDatabase> {
  const database = await testDatabase([eventMigrations])
  await database.db.run(sql`CREATE TABLE effects (lamp_id text NOT NULL, nth int NOT NULL, by text NOT NULL)`)
  return database
}

/** A registry with one module, `desk`, that listens to lit lamps. */
export function deskListening(handle: LitListener): Subscriptions {
  const registry = subscriptions()
  registry.register('desk', [listen(lamps, LIT, handle)])
  return registry
}

/** Writes `count` events, each in a transaction of its own, numbered from 1. */
export async function light(
  { db }: TestDatabase,
  registry: Subscriptions,
  count: number,
  key?: string,
): Promise<void> {
  const outbox = createOutbox(lamps, registry)
  for (let nth = 1; nth <= count; nth++) {
    await db.tx((tx) => outbox.add(tx, LIT, { lamp_id: key ?? 'a', nth }, key === undefined ? {} : { key }))
  }
}

/** A relay with short times, for tests that wait for them. */
export function quickRelay(
  { db }: TestDatabase,
  registry: Subscriptions,
  options: Partial<RelayOptions> = {},
) {
  return startRelay({ db, registry, log: silentLog, pollMs: 50, leaseMs: 400, waitMs: () => 30, ...options })
}

export async function countRows(
  { db }: TestDatabase,
  table: 'events' | 'deliveries' | 'inbox',
): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM platform_events.${table}`,
  )
  return rows[0]?.n ?? -1
}

/** Waits until something is true, at most 10 s. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await check())) {
    if (Date.now() > end) throw new Error('It did not become true within 10 s.')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
