import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type KeyCounts = {
  readonly keys_active: number
  readonly keys_stale: number
  readonly keys_old: number
  readonly keys_without_network: number
}

/** Keys that work, and those of them that rest, are old, or work from anywhere. One that was never used rests from its first day. */
export async function countKeys(
  q: Queryable,
  limits: { readonly unusedSince: Date; readonly madeBefore: Date },
  now: Date,
): Promise<KeyCounts> {
  return q.one<KeyCounts>(sql`
    SELECT count(*)::int AS keys_active,
      count(*) FILTER (WHERE coalesce(last_used_at, created_at) < ${limits.unusedSince})::int AS keys_stale,
      count(*) FILTER (WHERE created_at < ${limits.madeBefore})::int AS keys_old,
      count(*) FILTER (WHERE cardinality(networks) = 0)::int AS keys_without_network
    FROM access.api_keys WHERE revoked_at IS NULL AND expires_at > ${now}`)
}

export type GrantCounts = {
  readonly full_power_roles: number
  readonly assignments_without_end: number
  readonly approvals_waiting: number
}

/** Roles that allow everything, additional roles that never end, and proposals that nobody has decided. */
export async function countGrants(q: Queryable, now: Date): Promise<GrantCounts> {
  return q.one<GrantCounts>(sql`
    SELECT
      (SELECT count(*)::int FROM access.roles WHERE '*:*' = ANY (permissions)) AS full_power_roles,
      (SELECT count(*)::int FROM access.assignments WHERE expires_at IS NULL) AS assignments_without_end,
      (SELECT count(*)::int FROM access.approvals
        WHERE status = 'pending' AND expires_at > ${now}) AS approvals_waiting`)
}
