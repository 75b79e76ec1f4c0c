import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { columns, type FileRow } from './files.ts'

/** Photos of reviews by their ids, of one customer or, with null, of anybody; unknown ones are left out. */
export async function findPhotos(
  db: Queryable,
  ids: readonly string[],
  owner: string | null,
): Promise<FileRow[]> {
  return db.many<FileRow>(sql`
    SELECT ${columns} FROM media.files f
    WHERE f.id = ANY(${ids}::uuid[]) AND f.purpose = 'review'
      AND (${owner}::uuid IS NULL OR f.owner_id = ${owner}::uuid)
    ORDER BY f.id`)
}
