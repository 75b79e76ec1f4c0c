import type { Queryable } from '@rampart/platform/db/db.ts'
import { empty, sql } from '@rampart/platform/db/sql.ts'
import { entryColumns } from './entry-columns.ts'
import type { EntryRow } from './entries.ts'

/** What an account did and what was done to it, newest first, older than the entry with the id `before`. */
export async function listActivityRows(
  q: Queryable,
  accountId: string,
  before: string | null,
  limit: number,
): Promise<(EntryRow & { readonly by_them: boolean })[]> {
  const older = before === null ? empty : sql`AND id < ${before}`
  return q.many(sql`
    SELECT ${entryColumns}, by_them FROM (
      (SELECT *, true AS by_them FROM audit.entries WHERE actor_id = ${accountId} ${older}
        ORDER BY id DESC LIMIT ${limit})
      UNION ALL
      (SELECT *, false AS by_them FROM audit.entries
        WHERE subject_type = 'account' AND subject_id = ${accountId} AND actor_id IS DISTINCT FROM ${accountId} ${older}
        ORDER BY id DESC LIMIT ${limit})
    ) entry
    ORDER BY id DESC LIMIT ${limit}`)
}
