import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** A role that somebody has beside the one of their account. */
export type AssignmentRow = {
  readonly role_id: string
  readonly name: string
  readonly title: string
  readonly priority: number
  readonly granted_by: string | null
  readonly granted_at: string
  readonly expires_at: string | null
}

/** The roles that somebody has at this moment beside the one of their account, the highest first. */
export async function findAssignments(q: Queryable, account: string, now: Date): Promise<AssignmentRow[]> {
  return q.many<AssignmentRow>(sql`
    SELECT a.role_id, r.name, r.title, r.priority, a.granted_by, a.granted_at, a.expires_at
    FROM access.assignments a JOIN access.roles r ON r.id = a.role_id
    WHERE a.account_id = ${account} AND (a.expires_at IS NULL OR a.expires_at > ${now})
    ORDER BY r.priority DESC, r.name`)
}

type Grant = {
  readonly account: string
  readonly role: string
  readonly by: string
  readonly expires_at: string | null
}

/** Gives a role, or gives it until another moment. */
export async function putAssignment(tx: Tx, grant: Grant, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO access.assignments (account_id, role_id, granted_by, granted_at, expires_at)
    VALUES (${grant.account}, ${grant.role}, ${grant.by}, ${now}, ${grant.expires_at})
    ON CONFLICT (account_id, role_id) DO UPDATE SET granted_by = excluded.granted_by,
      granted_at = excluded.granted_at, expires_at = excluded.expires_at`)
}

/** Takes a role; false when they did not have it. */
export async function deleteAssignment(tx: Tx, account: string, role: string): Promise<boolean> {
  const deleted = await tx.run(sql`
    DELETE FROM access.assignments WHERE account_id = ${account} AND role_id = ${role}`)
  return deleted > 0
}

/** Takes every role beside that of the account. Answers their names. */
export async function deleteAssignments(tx: Tx, account: string): Promise<string[]> {
  const rows = await tx.many<{ name: string }>(sql`
    DELETE FROM access.assignments a USING access.roles r
    WHERE r.id = a.role_id AND a.account_id = ${account} RETURNING r.name`)
  return rows.map(({ name }) => name).sort()
}

/** Removes what has run out. Answers whose roles those were, with their names. */
export async function deleteExpired(
  tx: Tx,
  now: Date,
): Promise<{ readonly account_id: string; readonly name: string }[]> {
  return tx.many(sql`
    DELETE FROM access.assignments a USING access.roles r
    WHERE r.id = a.role_id AND a.expires_at <= ${now} RETURNING a.account_id, r.name`)
}

/** Whoever has a role beside that of their account, in the order of their ids. */
export async function findHolders(q: Queryable, role: string): Promise<string[]> {
  const rows = await q.many<{ account_id: string }>(sql`
    SELECT account_id FROM access.assignments WHERE role_id = ${role} ORDER BY account_id`)
  return rows.map(({ account_id }) => account_id)
}

/** Somebody who has a role beside that of their account. */
export type HolderRow = {
  readonly user_id: string
  readonly granted_by: string | null
  readonly granted_at: string
  readonly expires_at: string | null
}

/** Whoever has a role at this moment beside that of their account, the newest first. */
export async function findHoldings(q: Queryable, role: string, now: Date): Promise<HolderRow[]> {
  return q.many<HolderRow>(sql`
    SELECT account_id AS user_id, granted_by, granted_at, expires_at
    FROM access.assignments WHERE role_id = ${role} AND (expires_at IS NULL OR expires_at > ${now})
    ORDER BY granted_at DESC, account_id`)
}

/** How high people stand by the roles beside those of their accounts: 0 without any. */
export async function findHeights(
  q: Queryable,
  accounts: readonly string[],
  now: Date,
): Promise<{ account_id: string; priority: number }[]> {
  return q.many(sql`
    SELECT wanted.id AS account_id, coalesce(max(r.priority), 0)::int AS priority
    FROM unnest(${[...accounts]}::uuid[]) AS wanted (id)
      LEFT JOIN access.assignments a ON a.account_id = wanted.id AND (a.expires_at IS NULL OR a.expires_at > ${now})
      LEFT JOIN access.roles r ON r.id = a.role_id
    GROUP BY wanted.id`)
}
