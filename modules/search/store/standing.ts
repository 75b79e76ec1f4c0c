import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Names the state of the index: the transaction that changed it last, which no other change is named by. */
export async function findStanding(db: Queryable): Promise<string> {
  const row = await db.maybe<{ standing: string }>(sql`SELECT xmin::text AS standing FROM search.last_change`)
  return row?.standing ?? ''
}
