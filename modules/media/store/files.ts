import type { Queryable } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Reach } from '../files/reach.ts'

export type FileRow = {
  readonly id: string
  readonly owner_id: string
  readonly owner_kind: 'customer' | 'staff'
  readonly name: string
  readonly alt: string
  readonly content_type: string
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
  readonly width: number | null
  readonly height: number | null
  readonly purpose: 'own' | 'review'
  readonly visibility: 'private' | 'public'
  readonly status: 'quarantined' | 'clean'
  readonly verified_at: string | null
  readonly created_at: string
}

export const columns = sql`f.id, f.owner_id, f.owner_kind, f.name, f.alt, f.content_type, f.size, encode(f.sha256, 'hex') AS sha256,
  f.width, f.height, f.purpose, f.visibility, f.status, f.verified_at, f.created_at`

/** What everybody may see: what customers make public, once somebody has looked at it. */
const isShown = sql`(f.visibility = 'public' AND f.status = 'clean'
  AND (f.owner_kind = 'staff' OR f.verified_at IS NOT NULL))`

// Photos of reviews are no files to anybody: whose the review is decides about them.
const mayChange = ({ all, person }: Reach): Sql =>
  sql`(f.purpose = 'own' AND (${all}::boolean OR f.owner_id = ${person}::uuid))`
const maySee = (reach: Reach): Sql => sql`(${mayChange(reach)} OR f.purpose = 'own' AND ${isShown})`

export type NewFile = Omit<FileRow, 'sha256' | 'verified_at' | 'created_at'> & {
  readonly sha256: Buffer
  readonly created_at: Date
}

/** What one customer may have here at most, of either purpose. */
export const CUSTOMER_LIMITS = { files: 100, bytes: 100 * 1024 * 1024 } as const

/** Whether a customer has room for so many bytes more. Others of theirs wait until the transaction ends. */
export async function hasRoom(
  tx: Queryable,
  ownerId: string,
  purpose: FileRow['purpose'],
  bytes: number,
): Promise<boolean> {
  await tx.one(sql`SELECT pg_advisory_xact_lock(hashtextextended('media.files ' || ${ownerId}, 0))`)
  return hasAnyRoom(tx, ownerId, purpose, bytes)
}

/** Whether a customer has room for a byte or more, without any wait: another upload may take it meanwhile. */
export async function hasAnyRoom(
  db: Queryable,
  ownerId: string,
  purpose: FileRow['purpose'],
  bytes = 1,
): Promise<boolean> {
  const { files, total } = await db.one<{ files: number; total: number }>(sql`
    SELECT count(*)::integer AS files, coalesce(sum(f.size), 0)::float8 AS total
    FROM media.files f WHERE f.owner_id = ${ownerId} AND f.purpose = ${purpose}`)
  return files < CUSTOMER_LIMITS.files && total + bytes <= CUSTOMER_LIMITS.bytes
}

export async function insertFile(tx: Queryable, file: NewFile): Promise<FileRow> {
  return tx.one<FileRow>(sql`
    INSERT INTO media.files AS f (id, owner_id, owner_kind, name, alt, content_type, size, sha256, width, height,
      purpose, visibility, status, created_at)
    VALUES (${file.id}, ${file.owner_id}, ${file.owner_kind}, ${file.name}, ${file.alt}, ${file.content_type},
      ${file.size}, ${file.sha256}, ${file.width}, ${file.height}, ${file.purpose}, ${file.visibility},
      ${file.status}, ${file.created_at})
    RETURNING ${columns}`)
}

/** A file that the caller may see; null: it is not there, or not for them. */
export async function findFile(db: Queryable, id: string, reach: Reach): Promise<FileRow | null> {
  return db.maybe<FileRow>(sql`SELECT ${columns} FROM media.files f WHERE f.id = ${id} AND ${maySee(reach)}`)
}

/** A file that the caller may change, locked; null as above. */
export async function lockFile(tx: Queryable, id: string, reach: Reach): Promise<FileRow | null> {
  return tx.maybe<FileRow>(
    sql`SELECT ${columns} FROM media.files f WHERE f.id = ${id} AND ${mayChange(reach)} FOR UPDATE`,
  )
}

/** Any file of its owner or, with null, of anybody, whatever it was uploaded for, locked; null: there is none. */
export async function lockAny(tx: Queryable, id: string, owner: string | null): Promise<FileRow | null> {
  return tx.maybe<FileRow>(sql`
    SELECT ${columns} FROM media.files f
    WHERE f.id = ${id} AND (${owner}::uuid IS NULL OR f.owner_id = ${owner}::uuid) FOR UPDATE`)
}

export type FileFilter = {
  readonly own: boolean
  readonly q?: string | undefined
  readonly visibility?: FileRow['visibility'] | undefined
  readonly status?: FileRow['status'] | undefined
  readonly verified?: boolean | undefined
}

type Listing = {
  readonly reach: Reach
  readonly filter: FileFilter
  readonly limit: number
  readonly offset: number
}

/** One page of what the caller may see, newest first, and how many there are. */
export async function findFiles(
  db: Queryable,
  { reach, filter, limit, offset }: Listing,
): Promise<{ rows: FileRow[]; total: number }> {
  const { own, q = null, visibility = null, status = null, verified = null } = filter
  const wanted = sql`${own ? sql`f.purpose = 'own' AND f.owner_id = ${reach.person}::uuid` : maySee(reach)}
    AND (${q}::text IS NULL OR position(lower(${q}) IN lower(f.name)) > 0)
    AND (${visibility}::text IS NULL OR f.visibility = ${visibility})
    AND (${status}::text IS NULL OR f.status = ${status})
    AND (${verified}::boolean IS NULL OR (f.verified_at IS NOT NULL) = ${verified})`
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*)::integer AS total FROM media.files f WHERE ${wanted}`,
  )
  const rows = await db.many<FileRow>(sql`
    SELECT ${columns} FROM media.files f WHERE ${wanted}
    ORDER BY f.id DESC LIMIT ${limit} OFFSET ${offset}`)
  return { rows, total }
}

export type FileChange = Pick<FileRow, 'name' | 'alt' | 'visibility'>

export async function setFile(tx: Queryable, id: string, change: FileChange): Promise<FileRow> {
  return tx.one<FileRow>(sql`
    UPDATE media.files AS f SET name = ${change.name}, alt = ${change.alt}, visibility = ${change.visibility}
    WHERE f.id = ${id} RETURNING ${columns}`)
}

/** Confirms a file; who did it first stays. */
export async function markVerified(tx: Queryable, id: string, by: string, now: Date): Promise<FileRow> {
  return tx.one<FileRow>(sql`
    UPDATE media.files AS f
    SET verified_at = coalesce(verified_at, ${now}), verified_by = coalesce(verified_by, ${by}::uuid)
    WHERE f.id = ${id} RETURNING ${columns}`)
}

/** Takes a file out of quarantine; null when it is gone or was taken out already. */
export async function markClean(tx: Queryable, id: string): Promise<FileRow | null> {
  return tx.maybe<FileRow>(sql`
    UPDATE media.files AS f SET status = 'clean' WHERE f.id = ${id} AND f.status = 'quarantined' RETURNING ${columns}`)
}

export async function deleteFileRow(tx: Queryable, id: string): Promise<boolean> {
  const gone = await tx.maybe(sql`DELETE FROM media.files WHERE id = ${id} RETURNING id`)
  return gone !== null
}

/** Files in quarantine, oldest first. */
export async function findQuarantined(db: Queryable, limit: number): Promise<FileRow[]> {
  return db.many<FileRow>(
    sql`SELECT ${columns} FROM media.files f WHERE f.status = 'quarantined' ORDER BY f.id LIMIT ${limit}`,
  )
}

/** All files of one person, oldest first. */
export async function findFilesOf(db: Queryable, ownerId: string): Promise<FileRow[]> {
  return db.many<FileRow>(
    sql`SELECT ${columns} FROM media.files f WHERE f.owner_id = ${ownerId} ORDER BY f.id`,
  )
}

/** Which of these ids are files. */
export async function knownFiles(db: Queryable, ids: readonly string[]): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`SELECT id FROM media.files WHERE id = ANY(${ids}::uuid[])`)
  return rows.map(({ id }) => id)
}
