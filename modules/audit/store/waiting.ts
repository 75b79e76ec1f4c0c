import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { entryColumnsOfE, FIRST_ID } from './entry-columns.ts'
import type { EntryRow } from './entries.ts'

export type Arrival = { readonly id: string; readonly mac: Buffer }

/** Lets entries wait for their place in the chain. */
export async function queueEntries(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO audit.unsealed (entry_id, mac)
    SELECT id, decode(mac, 'hex')
    FROM unnest(
      ${arrivals.map(({ id }) => id)}::uuid[], ${arrivals.map(({ mac }) => mac.toString('hex'))}::text[]
    ) AS arrival (id, mac)
    ON CONFLICT (entry_id) DO NOTHING`)
}

/** Entries that are neither chained nor wait to be, in the order of their ids, those after `after`. */
export async function listStrays(q: Queryable, limit: number, after = FIRST_ID): Promise<EntryRow[]> {
  return q.many<EntryRow>(sql`
    SELECT ${entryColumnsOfE} FROM audit.entries e
    WHERE e.id > ${after}
      AND NOT EXISTS (SELECT FROM audit.chain c WHERE c.entry_id = e.id)
      AND NOT EXISTS (SELECT FROM audit.unsealed u WHERE u.entry_id = e.id)
    ORDER BY e.id LIMIT ${limit}`)
}

/** Takes entries off the list that are gone or not what arrived. Answers how many. */
export async function dropWaiting(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.run(sql`DELETE FROM audit.unsealed WHERE entry_id = ANY (${[...ids]}::uuid[])`)
}

/** How much of everything there is. */
export type Amounts = {
  readonly entries: number
  readonly waiting: number
  /** When the oldest of those that wait occurred. */
  readonly waiting_since: string | null
  readonly chained: number
}

/** Counts, at one moment. */
export async function countAll(q: Queryable): Promise<Amounts> {
  return q.one<Amounts>(sql`
    SELECT
      (SELECT count(*) FROM audit.entries) AS entries,
      (SELECT count(*) FROM audit.unsealed) AS waiting,
      (SELECT min(e.occurred_at) FROM audit.unsealed u JOIN audit.entries e ON e.id = u.entry_id) AS waiting_since,
      (SELECT count(*) FROM audit.chain) AS chained`)
}
