import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** A country that an account was signed in to from, and when last. */
export type Whereabouts = { readonly place: string; readonly seen_at: string }

/** The countries that an account was signed in to from, the last one first. */
export async function findWhereabouts(q: Queryable, accountId: string): Promise<Whereabouts[]> {
  return q.many<Whereabouts>(sql`
    SELECT place, max(seen_at) AS seen_at FROM (
      SELECT place, last_seen_at AS seen_at FROM identity.devices WHERE account_id = ${accountId}
      UNION ALL
      SELECT place, created_at FROM identity.sessions WHERE account_id = ${accountId}
    ) signed_in
    WHERE place ~ '^[A-Z]{2}$'
    GROUP BY place ORDER BY 2 DESC`)
}
