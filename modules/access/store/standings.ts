import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

type HeldRole = {
  readonly account_id: string
  readonly name: string
  readonly priority: number
  readonly permissions: readonly string[]
}

type Person = { readonly account_id: string; readonly role: string }

/** The roles that people have at this moment: each that of the account and those beside it, the highest first. */
export async function findHeldRoles(q: Queryable, people: readonly Person[], now: Date): Promise<HeldRole[]> {
  return q.many<HeldRole>(sql`
    SELECT p.account_id, r.name, r.priority, r.permissions
    FROM unnest(${people.map(({ account_id }) => account_id)}::uuid[], ${people.map(({ role }) => role)}::text[])
        AS p (account_id, role)
      JOIN access.roles r ON r.name = p.role OR r.id IN (
        SELECT a.role_id FROM access.assignments a
        WHERE a.account_id = p.account_id AND (a.expires_at IS NULL OR a.expires_at > ${now}))
    ORDER BY r.priority DESC, r.name`)
}

/** The roles that accounts have: those that come with the product. */
export async function findAccountRoles(q: Queryable): Promise<Omit<HeldRole, 'account_id'>[]> {
  return q.many(
    sql`SELECT name, priority, permissions FROM access.roles WHERE built_in ORDER BY priority DESC, name`,
  )
}
