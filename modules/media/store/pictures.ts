import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type PictureRow = {
  id: string
  alt: string
  width: number
  height: number
  widths: number[]
  created_at: string
}

type NewPicture = Omit<PictureRow, 'created_at'> & {
  sha256: Buffer
  imported: boolean
  avatar_of: string | null
  created_by: string | null
  created_at: Date
}

/** Adds a picture; null when the same one was imported before. */
export async function insertPicture(tx: Queryable, picture: NewPicture): Promise<PictureRow | null> {
  return tx.maybe<PictureRow>(sql`
    INSERT INTO media.pictures (id, sha256, alt, width, height, widths, imported, avatar_of, created_by,
      created_at, avif_done)
    VALUES (${picture.id}, ${picture.sha256}, ${picture.alt}, ${picture.width}, ${picture.height},
      ${picture.widths}::integer[], ${picture.imported}, ${picture.avatar_of}, ${picture.created_by}, ${picture.created_at},
      true)
    ON CONFLICT (sha256, alt) WHERE imported DO NOTHING
    RETURNING id, alt, width, height, widths, created_at`)
}

/** The picture that was imported from these bytes with this description. */
export async function findImported(db: Queryable, sha256: Buffer, alt: string): Promise<PictureRow | null> {
  return db.maybe<PictureRow>(sql`
    SELECT id, alt, width, height, widths, created_at
    FROM media.pictures
    WHERE sha256 = ${sha256} AND alt = ${alt} AND imported`)
}

/** Pictures by their ids; unknown ones are left out, and for an owner what others uploaded. */
export async function findPictures(
  db: Queryable,
  ids: readonly string[],
  owner: string | null,
): Promise<PictureRow[]> {
  return db.many<PictureRow>(sql`
    SELECT id, alt, width, height, widths, created_at
    FROM media.pictures
    WHERE id = ANY(${ids}::uuid[])
      AND (${owner}::uuid IS NULL OR created_by = ${owner} AND avatar_of IS NULL)`)
}

/** Deletes the avatars of an account but one. Answers their ids, whose files are to go. */
export async function deleteAvatars(
  tx: Queryable,
  accountId: string,
  keep: string | null,
): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    DELETE FROM media.pictures WHERE avatar_of = ${accountId} AND id IS DISTINCT FROM ${keep}::uuid
    RETURNING id`)
  return rows.map((row) => row.id)
}

/** The avatar of an account; null when it has none. While one takes the place of another, the newer. */
export async function findAvatar(db: Queryable, accountId: string): Promise<PictureRow | null> {
  return db.maybe<PictureRow>(sql`
    SELECT id, alt, width, height, widths, created_at
    FROM media.pictures
    WHERE avatar_of = ${accountId} ORDER BY id DESC LIMIT 1`)
}

/** Which of these ids are pictures. */
export async function knownPictures(db: Queryable, ids: readonly string[]): Promise<string[]> {
  const rows = await db.many<{ id: string }>(
    sql`SELECT id FROM media.pictures WHERE id = ANY(${ids}::uuid[])`,
  )
  return rows.map(({ id }) => id)
}

/** Takes a picture away that was made of a file. */
export async function deletePicture(tx: Queryable, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM media.pictures WHERE id = ${id}`)
}

/** Describes a picture anew; no matter when there is none. */
export async function describePicture(tx: Queryable, id: string, alt: string): Promise<void> {
  await tx.run(sql`UPDATE media.pictures SET alt = ${alt} WHERE id = ${id}`)
}

/** Pictures that are there as WebP alone; avatars are left out. */
export async function findWithoutAvif(db: Queryable, limit: number): Promise<PictureRow[]> {
  return db.many<PictureRow>(sql`
    SELECT id, alt, width, height, widths, created_at
    FROM media.pictures
    WHERE NOT avif_done AND avatar_of IS NULL ORDER BY id LIMIT ${limit}`)
}

/** Notes that nothing is left to be done for a picture. */
export async function noteAvif(db: Queryable, id: string): Promise<void> {
  await db.run(sql`UPDATE media.pictures SET avif_done = true WHERE id = ${id}`)
}
