import type { Queryable } from '@rampart/platform/db/db.ts'
import { empty, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import { entryColumns } from './entry-columns.ts'
import type { EntryRow } from './entries.ts'

/** Which entries are wanted; what is absent does not matter. */
export type EntryFilter = {
  readonly action?: string | undefined
  readonly action_prefix?: string | undefined
  readonly subject_type?: string | undefined
  readonly subject_id?: string | undefined
  readonly actor_id?: string | undefined
  readonly ip?: string | undefined
  readonly request_id?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Stands somewhere in the values before or after. */
  readonly text?: string | undefined
}

// A search for text reads no more entries than this at a time, whatever there is to find.
const SCAN = 20_000

export type Stretch = { readonly items: EntryRow[]; readonly next: string | null }

/** Entries older than the one with the id `before`, newest first; `next` is where to go on. */
export async function searchEntries(
  q: Queryable,
  filter: EntryFilter,
  before: string | null,
  limit: number,
): Promise<Stretch> {
  const older = before === null ? [] : [sql`id < ${before}`]
  const where = whereOf([...conditionsOf(filter), ...older])
  if (filter.text === undefined) {
    // One more than asked for tells whether there is a next stretch.
    const rows = await q.many<EntryRow>(sql`
      SELECT ${entryColumns} FROM audit.entries ${where} ORDER BY id DESC LIMIT ${limit + 1}`)
    const items = rows.slice(0, limit)
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  }
  const scanned = sql`SELECT * FROM audit.entries ${where} ORDER BY id DESC LIMIT ${SCAN}`
  const items = await q.many<EntryRow>(sql`
    SELECT ${entryColumns} FROM (${scanned}) scanned WHERE ${holdsText(filter.text)}
    ORDER BY id DESC LIMIT ${limit}`)
  if (items.length === limit) return { items, next: items.at(-1)?.id ?? null }
  const end = await q.maybe<{ id: string }>(sql`
    SELECT id FROM audit.entries ${where} ORDER BY id DESC OFFSET ${SCAN - 1} LIMIT 1`)
  return { items, next: end?.id ?? null }
}

/** The id of the newest entry; null of an empty log. */
export async function findNewestId(q: Queryable): Promise<string | null> {
  return (
    (await q.maybe<{ id: string }>(sql`SELECT id FROM audit.entries ORDER BY id DESC LIMIT 1`))?.id ?? null
  )
}

/** Entries of a stretch, oldest first; `next` is the one to go on after, null at the end. */
export async function listForExport(
  q: Queryable,
  filter: EntryFilter,
  { after, last }: { readonly after: string; readonly last: string },
  limit: number,
): Promise<Stretch> {
  const where = whereOf([...conditionsOf(filter), sql`id > ${after}`, sql`id <= ${last}`])
  const stretch = sql`SELECT * FROM audit.entries ${where} ORDER BY id LIMIT ${limit}`
  const wanted = filter.text === undefined ? sql`true` : holdsText(filter.text)
  const items = await q.many<EntryRow>(sql`
    SELECT ${entryColumns} FROM (${stretch}) stretch WHERE ${wanted} ORDER BY id`)
  if (filter.text === undefined)
    return { items, next: items.length < limit ? null : (items.at(-1)?.id ?? null) }
  // However few hold the text, no more than a stretch is read at a time.
  const end = await q.maybe<{ id: string }>(sql`
    SELECT id FROM audit.entries ${where} ORDER BY id OFFSET ${limit - 1} LIMIT 1`)
  return { items, next: end?.id ?? null }
}

function conditionsOf(filter: EntryFilter): Sql[] {
  const { action, action_prefix, subject_type, subject_id, actor_id, ip, request_id, from, until } = filter
  const conditions: Sql[] = []
  if (action !== undefined) conditions.push(sql`action = ${action}`)
  if (action_prefix !== undefined) conditions.push(sql`action LIKE ${`${likeText(action_prefix)}%`}`)
  if (subject_type !== undefined) conditions.push(sql`subject_type = ${subject_type}`)
  if (subject_id !== undefined) conditions.push(sql`subject_id = ${subject_id}`)
  if (actor_id !== undefined) conditions.push(sql`actor_id = ${actor_id}`)
  if (ip !== undefined) conditions.push(sql`ip = ${ip}`)
  if (request_id !== undefined) conditions.push(sql`request_id = ${request_id}`)
  if (from !== undefined) conditions.push(sql`occurred_at >= ${from}`)
  if (until !== undefined) conditions.push(sql`occurred_at < ${until}`)
  return conditions
}

function whereOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? empty : sql`WHERE ${join(conditions, sql` AND `)}`
}

function holdsText(text: string): Sql {
  const pattern = `%${likeText(text)}%`
  return sql`(before::text ILIKE ${pattern} OR after::text ILIKE ${pattern})`
}

// What LIKE would read as a wildcard is looked for as it is typed.
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
