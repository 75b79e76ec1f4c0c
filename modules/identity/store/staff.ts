import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { RoleName } from '../domain/roles.ts'

/** Staff who are not locked and have a second factor, in the order of their ids; of these ids, or all of them. */
export async function findStaff(
  q: Queryable,
  ids: readonly string[] | null,
): Promise<{ account_id: string; role: RoleName }[]> {
  return q.many(sql`
    SELECT a.id AS account_id, a.role FROM identity.accounts a
    WHERE a.role <> 'customer' AND a.locked_at IS NULL AND (${ids}::uuid[] IS NULL OR a.id = ANY(${ids}::uuid[]))
      AND (EXISTS (SELECT FROM identity.totp t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM identity.passkeys k WHERE k.account_id = a.id))
    ORDER BY a.id`)
}
