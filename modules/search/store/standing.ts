import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** The state of the index by the transaction that changed it last, which no other change is named by; '': nothing has. */
export const lastChange = sql`coalesce((SELECT xmin::text FROM search.last_change), '')`

/** Names the state of the index. */
export async function findStanding(db: Queryable): Promise<string> {
  return (await db.one<{ standing: string }>(sql`SELECT ${lastChange} AS standing`)).standing
}
