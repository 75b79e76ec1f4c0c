import { type Sql, sql } from '@rampart/platform/db/sql.ts'

/** The slot that answers. Part of the statement, so that a statement sees one index and never two halves. */
export const live: Sql = sql`(SELECT live FROM search.state)`
