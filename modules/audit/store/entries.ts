import type { EventPayload, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { empty, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Audit } from '@rampart/contracts/audit.ts'

/** An entry without its id, as it arrives. */
export type NewEntry = EventPayload<Audit, 'audit.entry-recorded.v1'>

/** An entry as it is kept. */
export type EntryRow = OutputOf<Audit, 'listEntries'>['items'][number]

/** Which entries are wanted; null where it does not matter. */
export type EntryFilter = {
  readonly action: string | null
  readonly subject_type: string | null
  readonly subject_id: string | null
  readonly actor_id: string | null
  /** Entries older than the one with this id. */
  readonly before: string | null
}

/** Adds an entry; the same id again changes nothing. */
export async function insertEntry(tx: Tx, id: string, entry: NewEntry): Promise<void> {
  await tx.run(sql`
    INSERT INTO audit.entries (id, action, subject_type, subject_id, before, after, actor_kind, actor_id, actor_role,
      caller, request_id, ip, user_agent, occurred_at)
    VALUES (${id}, ${entry.action}, ${entry.subject_type}, ${entry.subject_id}, ${jsonb(entry.before)},
      ${jsonb(entry.after)}, ${entry.actor_kind}, ${entry.actor_id}, ${entry.actor_role}, ${entry.caller},
      ${entry.request_id}, ${entry.ip}, ${entry.user_agent}, ${entry.occurred_at})
    ON CONFLICT (id) DO NOTHING`)
}

/** Entries, newest first. */
export async function listEntryRows(q: Queryable, filter: EntryFilter, limit: number): Promise<EntryRow[]> {
  const conditions: Sql[] = []
  if (filter.action !== null) conditions.push(sql`action = ${filter.action}`)
  if (filter.subject_type !== null) conditions.push(sql`subject_type = ${filter.subject_type}`)
  if (filter.subject_id !== null) conditions.push(sql`subject_id = ${filter.subject_id}`)
  if (filter.actor_id !== null) conditions.push(sql`actor_id = ${filter.actor_id}`)
  if (filter.before !== null) conditions.push(sql`id < ${filter.before}`)
  const where = conditions.length === 0 ? empty : sql`WHERE ${join(conditions, sql` AND `)}`
  return q.many<EntryRow>(sql`
    SELECT id, action, subject_type, subject_id, before, after, actor_kind, actor_id, actor_role, caller, request_id,
      ip, user_agent, occurred_at
    FROM audit.entries ${where} ORDER BY id DESC LIMIT ${limit}`)
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
