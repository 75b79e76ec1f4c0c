import type { EventPayload, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import { entryColumns } from './entry-columns.ts'

/** An entry without its id, as it arrives. */
export type NewEntry = EventPayload<Audit, 'audit.entry-recorded.v1'>

/** An entry as it is kept. */
export type EntryRow = OutputOf<Audit, 'listEntries'>['items'][number]

/** Adds an entry and answers it as it is kept; null where the same id was added before. */
export async function insertEntry(tx: Tx, id: string, entry: NewEntry): Promise<EntryRow | null> {
  return tx.maybe<EntryRow>(sql`
    INSERT INTO audit.entries (${entryColumns})
    VALUES (${id}, ${entry.action}, ${entry.subject_type}, ${entry.subject_id}, ${jsonb(entry.before)},
      ${jsonb(entry.after)}, ${entry.actor_kind}, ${entry.actor_id}, ${entry.actor_role}, ${entry.caller},
      ${entry.request_id}, ${entry.ip}, ${entry.user_agent}, ${entry.occurred_at})
    ON CONFLICT (id) DO NOTHING
    RETURNING ${entryColumns}`)
}

/** One entry. */
export async function findEntry(q: Queryable, id: string): Promise<EntryRow | null> {
  return q.maybe<EntryRow>(sql`SELECT ${entryColumns} FROM audit.entries WHERE id = ${id}`)
}

/** Entries of one request, in the order they were written. */
export async function listOfRequest(q: Queryable, requestId: string, limit: number): Promise<EntryRow[]> {
  return q.many<EntryRow>(sql`
    SELECT ${entryColumns} FROM audit.entries WHERE request_id = ${requestId} ORDER BY id LIMIT ${limit}`)
}

// `pg` would write an array as a PostgreSQL array.
function jsonb(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}

/** An entry as the person it is about may see it. */
export type OwnEntryRow = Pick<EntryRow, 'action' | 'subject_type' | 'ip' | 'user_agent' | 'occurred_at'> & {
  readonly by_you: boolean
}

/** What an account did, and what was done to it, newest first. Where others did it from is theirs. */
export async function listEntriesAbout(
  q: Queryable,
  accountId: string,
  limit: number,
): Promise<OwnEntryRow[]> {
  return q.many<OwnEntryRow>(sql`
    SELECT action, subject_type, by_you, CASE WHEN by_you THEN ip END AS ip,
      CASE WHEN by_you THEN user_agent END AS user_agent, occurred_at
    FROM (
      SELECT *, true AS by_you FROM audit.entries WHERE actor_id = ${accountId}
      UNION ALL
      SELECT *, false AS by_you FROM audit.entries
      WHERE subject_type = 'account' AND subject_id = ${accountId} AND actor_id IS DISTINCT FROM ${accountId}
    ) entry
    ORDER BY id DESC LIMIT ${limit}`)
}
