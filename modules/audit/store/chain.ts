import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import { entryColumnsOfE, FIRST_ID } from './entry-columns.ts'
import type { EntryRow } from './entries.ts'

/** The end of the chain, or some other place of it. */
export type Link = { readonly position: number; readonly hash: Buffer }

export type NewLink = Link & { readonly entry_id: string; readonly mac: Buffer }

/** A link with the entry it stands for; null where that is gone. */
export type LinkedEntry = NewLink & { readonly entry: EntryRow | null }

/** An entry that waits to be chained; null where it is gone. */
export type WaitingEntry = {
  readonly entry_id: string
  readonly mac: Buffer
  readonly entry: EntryRow | null
}

const CHAIN_LOCK = 7_236_011

/** One writer of the chain and its checkpoints at a time, until the transaction ends. */
export async function lockChain(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`)
}

/** The last link; null of an empty chain. */
export async function findHead(q: Queryable): Promise<Link | null> {
  return q.maybe<Link>(sql`SELECT position, hash FROM audit.chain ORDER BY position DESC LIMIT 1`)
}

/** The link at a position. */
export async function findLink(q: Queryable, position: number): Promise<NewLink | null> {
  return q.maybe<NewLink>(sql`
    SELECT position, entry_id, hash, mac FROM audit.chain WHERE position = ${position}`)
}

/** The links at these positions, in order. */
export async function listLinksAt(q: Queryable, positions: readonly number[]): Promise<NewLink[]> {
  return q.many<NewLink>(sql`
    SELECT position, entry_id, hash, mac FROM audit.chain
    WHERE position = ANY (${[...positions]}::bigint[]) ORDER BY position`)
}

/** The link of an entry. */
export async function findLinkOf(q: Queryable, entryId: string): Promise<NewLink | null> {
  return q.maybe<NewLink>(sql`
    SELECT position, entry_id, hash, mac FROM audit.chain WHERE entry_id = ${entryId}`)
}

/** Adds links to the end of the chain, and takes their entries off the list of those that wait. */
export async function appendLinks(tx: Tx, links: readonly NewLink[]): Promise<void> {
  const ids = links.map((link) => link.entry_id)
  await tx.run(sql`
    INSERT INTO audit.chain (position, entry_id, hash, mac)
    SELECT position, entry_id, decode(hash, 'hex'), decode(mac, 'hex')
    FROM unnest(
      ${links.map((link) => link.position)}::bigint[], ${ids}::uuid[],
      ${links.map((link) => link.hash.toString('hex'))}::text[],
      ${links.map((link) => link.mac.toString('hex'))}::text[]
    ) AS link (position, entry_id, hash, mac)`)
  // The range lets the index find them; without it a long queue is read from end to end.
  const [first, last] = [ids.reduce((a, b) => (a < b ? a : b)), ids.reduce((a, b) => (a > b ? a : b))]
  await tx.run(sql`
    DELETE FROM audit.unsealed
    WHERE entry_id BETWEEN ${first} AND ${last} AND entry_id = ANY (${ids}::uuid[])`)
}

type Joined = EntryRow & { readonly entry_id: string; readonly mac: Buffer }

// Entries are looked up one by one: joined as a whole, each batch would read the whole log once more.
const withEntry: Sql = sql`LEFT JOIN LATERAL (SELECT * FROM audit.entries WHERE id = entry_id LIMIT 1) e ON true`

/** Entries that wait to be chained, in the order they were written, those after the one with the id `after`. */
export async function listWaiting(q: Queryable, limit: number, after = FIRST_ID): Promise<WaitingEntry[]> {
  const rows = await q.many<Joined>(sql`
    SELECT u.entry_id, u.mac, ${entryColumnsOfE}
    FROM (SELECT * FROM audit.unsealed WHERE entry_id > ${after} ORDER BY entry_id LIMIT ${limit}) u ${withEntry}
    ORDER BY u.entry_id`)
  return rows.map(({ entry_id, mac, ...entry }) => ({ entry_id, mac, entry: presentOf(entry) }))
}

/** Links after a position with their entries, in order. */
export async function listLinks(q: Queryable, after: number, limit: number): Promise<LinkedEntry[]> {
  const rows = await q.many<Joined & Link>(sql`
    SELECT c.position, c.entry_id, c.hash, c.mac, ${entryColumnsOfE}
    FROM (SELECT * FROM audit.chain WHERE position > ${after} ORDER BY position LIMIT ${limit}) c ${withEntry}
    ORDER BY c.position`)
  return rows.map(({ position, entry_id, hash, mac, ...entry }) => ({
    position,
    entry_id,
    hash,
    mac,
    entry: presentOf(entry),
  }))
}

// An outer join that finds nothing answers with a row of nulls.
function presentOf(entry: EntryRow): EntryRow | null {
  return (entry.id as string | null) === null ? null : entry
}
