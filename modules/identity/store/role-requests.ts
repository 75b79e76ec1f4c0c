import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { RoleName } from '../domain/roles.ts'

/** Writes that an account asks for a role; at most one request of an account waits. */
export async function insertRoleRequest(
  tx: Tx,
  request: { readonly id: string; readonly account_id: string; readonly role: RoleName },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.role_requests (id, account_id, role, requested_at)
    VALUES (${request.id}, ${request.account_id}, ${request.role}, ${now})
    ON CONFLICT (account_id) WHERE decided_at IS NULL DO NOTHING`)
}

/** A request for a role, with whose it is. */
export type RoleRequestRow = {
  readonly id: string
  readonly account_id: string
  readonly email: string
  readonly full_name: string
  readonly role: RoleName
  readonly requested_at: string
  readonly decided_at: string | null
  readonly decided_by: string | null
  readonly approved: boolean | null
}

const columns = sql`r.id, r.account_id, a.email, a.full_name, r.role, r.requested_at, r.decided_at, r.decided_by,
  r.approved`

/** One page of requests: those that wait, oldest first, or those decided, newest first; and how many there are. */
export async function listRoleRequests(
  q: Queryable,
  state: 'waiting' | 'decided',
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly RoleRequestRow[]; readonly total: number }> {
  const where = state === 'waiting' ? sql`r.decided_at IS NULL` : sql`r.decided_at IS NOT NULL`
  const order = state === 'waiting' ? sql`r.requested_at, r.id` : sql`r.decided_at DESC, r.id`
  const count = await q.one<{ total: number }>(sql`
    SELECT count(*)::int AS total FROM identity.role_requests r WHERE ${where}`)
  const rows = await q.many<RoleRequestRow>(sql`
    SELECT ${columns} FROM identity.role_requests r JOIN identity.accounts a ON a.id = r.account_id
    WHERE ${where} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}`)
  return { rows, total: count.total }
}

/** One request; null when there is none. */
export async function findRoleRequest(q: Queryable, id: string): Promise<RoleRequestRow | null> {
  return q.maybe<RoleRequestRow>(sql`
    SELECT ${columns} FROM identity.role_requests r JOIN identity.accounts a ON a.id = r.account_id
    WHERE r.id = ${id}`)
}

/** Decides a request that waits: of any number of parallel tries one does. */
export async function decideRequest(
  tx: Tx,
  id: string,
  decision: { readonly by: string; readonly approved: boolean },
  now: Date,
): Promise<boolean> {
  const decided = await tx.run(sql`
    UPDATE identity.role_requests SET decided_at = ${now}, decided_by = ${decision.by}, approved = ${decision.approved}
    WHERE id = ${id} AND decided_at IS NULL`)
  return decided > 0
}
