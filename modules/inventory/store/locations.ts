import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'

export type LocationRow = {
  readonly id: string
  readonly name: string
  readonly is_main: boolean
  readonly closed_at: string | null
  readonly created_at: string
}

const columns = sql`id, name, id = ${MAIN_LOCATION} AS is_main, closed_at, created_at`

/** The locations, the main one first; closed ones only when asked for. */
export async function findLocations(db: Queryable, closed: boolean): Promise<LocationRow[]> {
  return await db.many<LocationRow>(sql`
    SELECT ${columns} FROM inventory.locations
    WHERE closed_at IS NULL OR ${closed}::boolean
    ORDER BY closed_at IS NOT NULL, id <> ${MAIN_LOCATION}, created_at, id`)
}

/** Which of the locations are open. They stay so until the transaction ends. */
export async function holdOpen(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT id FROM inventory.locations
    WHERE id = ANY(${ids}::uuid[]) AND closed_at IS NULL ORDER BY id FOR SHARE`)
  return new Set(rows.map(({ id }) => id))
}

/** Locks a location for a change; null when there is none. */
export async function lockLocation(tx: Tx, id: string): Promise<LocationRow | null> {
  return await tx.maybe<LocationRow>(
    sql`SELECT ${columns} FROM inventory.locations WHERE id = ${id} FOR UPDATE`,
  )
}

/** Adds a location. Null: an open one has the name. */
export async function insertLocation(
  tx: Tx,
  location: { readonly id: string; readonly name: string; readonly now: Date },
): Promise<LocationRow | null> {
  return await tx.maybe<LocationRow>(sql`
    INSERT INTO inventory.locations (id, name, created_at, updated_at)
    VALUES (${location.id}, ${location.name}, ${location.now}, ${location.now})
    ON CONFLICT (lower(name)) WHERE closed_at IS NULL DO NOTHING
    RETURNING ${columns}`)
}

/** Renames a locked location. */
export async function renameLocation(tx: Tx, id: string, name: string, now: Date): Promise<LocationRow> {
  return await tx.one<LocationRow>(sql`
    UPDATE inventory.locations SET name = ${name}, updated_at = ${now} WHERE id = ${id} RETURNING ${columns}`)
}

/** Closes a locked location in which nothing lies. Null: something does. */
export async function closeEmpty(tx: Tx, id: string, now: Date): Promise<LocationRow | null> {
  return await tx.maybe<LocationRow>(sql`
    UPDATE inventory.locations SET closed_at = ${now}, updated_at = ${now}
    WHERE id = ${id}
      AND NOT EXISTS (SELECT FROM inventory.location_levels WHERE location_id = ${id} AND on_hand > 0)
    RETURNING ${columns}`)
}
