import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Sellers who can sign in, by name; of these accounts when they are named. */
export async function findSellersByName(
  q: Queryable,
  ids: readonly string[] | null,
): Promise<{ id: string; name: string }[]> {
  return q.many(sql`
    SELECT id, full_name AS name FROM identity.accounts
    WHERE role = 'seller' AND email_verified_at IS NOT NULL AND locked_at IS NULL
      AND (${ids}::uuid[] IS NULL OR id = ANY(${ids}::uuid[]))
    ORDER BY full_name, id
    LIMIT 1000`)
}
