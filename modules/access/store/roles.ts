import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type RoleRow = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly description: string
  readonly priority: number
  readonly built_in: boolean
  readonly permissions: readonly string[]
  readonly version: number
  readonly updated_at: string
}

const columns = sql`id, name, title, description, priority, built_in, permissions, version, updated_at`

/** Every role, the highest first. */
export async function findRoles(q: Queryable): Promise<RoleRow[]> {
  return q.many<RoleRow>(sql`SELECT ${columns} FROM access.roles ORDER BY priority DESC, name`)
}

/** One role; null when there is none. */
export async function findRole(q: Queryable, id: string): Promise<RoleRow | null> {
  return q.maybe<RoleRow>(sql`SELECT ${columns} FROM access.roles WHERE id = ${id}`)
}

/** One role by what programs call it; null when there is none. */
export async function findRoleByName(q: Queryable, name: string): Promise<RoleRow | null> {
  return q.maybe<RoleRow>(sql`SELECT ${columns} FROM access.roles WHERE name = ${name}`)
}

/** Writes a role; null when one of its name exists. */
export async function insertRole(
  tx: Tx,
  role: Omit<RoleRow, 'built_in' | 'version' | 'updated_at'>,
  now: Date,
): Promise<RoleRow | null> {
  return tx.maybe<RoleRow>(sql`
    INSERT INTO access.roles (id, name, title, description, priority, permissions, updated_at)
    VALUES (${role.id}, ${role.name}, ${role.title}, ${role.description}, ${role.priority},
      ${[...role.permissions]}::text[], ${now})
    ON CONFLICT (name) DO NOTHING RETURNING ${columns}`)
}

export type RoleContent = Pick<RoleRow, 'title' | 'description' | 'priority' | 'permissions'>

/** Writes what a role is from now on; null when it is not of this version any more. */
export async function writeRole(
  tx: Tx,
  id: string,
  version: number,
  content: RoleContent,
  now: Date,
): Promise<RoleRow | null> {
  return tx.maybe<RoleRow>(sql`
    UPDATE access.roles SET title = ${content.title}, description = ${content.description},
      priority = ${content.priority}, permissions = ${[...content.permissions]}::text[],
      version = version + 1, updated_at = ${now}
    WHERE id = ${id} AND version = ${version} RETURNING ${columns}`)
}

/** Removes a role of one's own that nobody has; false when somebody does. */
export async function deleteUnusedRole(tx: Tx, id: string): Promise<boolean> {
  const deleted = await tx.run(sql`
    DELETE FROM access.roles r WHERE r.id = ${id} AND NOT r.built_in
      AND NOT EXISTS (SELECT FROM access.assignments a WHERE a.role_id = r.id)`)
  return deleted > 0
}
