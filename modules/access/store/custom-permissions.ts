import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** A permission that no operation of the shop asks for. */
export type CustomPermission = { readonly name: string; readonly description: string }

/** Every permission that was defined here, by name. */
export async function findCustomPermissions(q: Queryable): Promise<CustomPermission[]> {
  return q.many(sql`SELECT name, description FROM access.custom_permissions ORDER BY name`)
}

/** Defines one; false when one of its name was. */
export async function insertCustomPermission(
  tx: Tx,
  { name, description }: CustomPermission,
  by: string,
  now: Date,
): Promise<boolean> {
  const written = await tx.run(sql`
    INSERT INTO access.custom_permissions (name, description, defined_by, defined_at)
    VALUES (${name}, ${description}, ${by}, ${now}) ON CONFLICT (name) DO NOTHING`)
  return written > 0
}
