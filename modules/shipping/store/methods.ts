import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type MethodFields = {
  readonly name: string
  readonly description: string
  readonly currency: string
  readonly price_minor: number
  readonly free_over_minor: number | null
  readonly countries: readonly string[]
  readonly min_days: number
  readonly max_days: number
  readonly active: boolean
  readonly position: number
}

export type MethodRow = MethodFields & { readonly id: string; readonly code: string }

const columns = sql`id, code, name, description, currency, price_minor, free_over_minor, countries, min_days, max_days,
  active, position`

/** Methods in their order; all of them, or the active ones only. */
export async function findMethods(db: Queryable, activeOnly: boolean): Promise<MethodRow[]> {
  return await db.many<MethodRow>(sql`
    SELECT ${columns} FROM shipping.methods
    WHERE active OR NOT ${activeOnly}::boolean
    ORDER BY position, name, id`)
}

/** Active methods that go to a country (null: to any), in one currency. */
export async function findMethodsTo(
  db: Queryable,
  country: string | null,
  currency: string,
): Promise<MethodRow[]> {
  return await db.many<MethodRow>(sql`
    SELECT ${columns} FROM shipping.methods
    WHERE active AND currency = ${currency}
      AND (${country}::text IS NULL OR countries = '{}' OR ${country}::text = ANY(countries))
    ORDER BY position, name, id`)
}

/** Adds a method. Null when its code is taken. */
export async function insertMethod(
  tx: Tx,
  id: string,
  code: string,
  fields: MethodFields,
  now: Date,
): Promise<MethodRow | null> {
  return await tx.maybe<MethodRow>(sql`
    INSERT INTO shipping.methods (id, code, name, description, currency, price_minor, free_over_minor, countries,
      min_days, max_days, active, position, created_at, updated_at)
    VALUES (${id}, ${code}, ${fields.name}, ${fields.description}, ${fields.currency}, ${fields.price_minor},
      ${fields.free_over_minor}, ${fields.countries}, ${fields.min_days}, ${fields.max_days}, ${fields.active},
      ${fields.position}, ${now}, ${now})
    ON CONFLICT (code) DO NOTHING
    RETURNING ${columns}`)
}

/** A method, locked until the transaction ends; null when there is none. */
export async function lockMethod(tx: Tx, id: string): Promise<MethodRow | null> {
  return await tx.maybe<MethodRow>(sql`SELECT ${columns} FROM shipping.methods WHERE id = ${id} FOR UPDATE`)
}

/** Replaces all fields of a method. Null when there is none. */
export async function updateMethodRow(
  tx: Tx,
  id: string,
  fields: MethodFields,
  now: Date,
): Promise<MethodRow | null> {
  return await tx.maybe<MethodRow>(sql`
    UPDATE shipping.methods
    SET name = ${fields.name}, description = ${fields.description}, currency = ${fields.currency},
      price_minor = ${fields.price_minor}, free_over_minor = ${fields.free_over_minor}, countries = ${fields.countries},
      min_days = ${fields.min_days}, max_days = ${fields.max_days}, active = ${fields.active},
      position = ${fields.position}, updated_at = ${now}
    WHERE id = ${id}
    RETURNING ${columns}`)
}

/** Removes a method and answers what it was; null when there was none. */
export async function deleteMethodRow(tx: Tx, id: string): Promise<MethodRow | null> {
  return await tx.maybe<MethodRow>(sql`DELETE FROM shipping.methods WHERE id = ${id} RETURNING ${columns}`)
}

/** Claims the one seeding of default methods. False when it was done before, or methods are there already. */
export async function claimSeeding(tx: Tx, now: Date): Promise<boolean> {
  const first = await tx.run(sql`
    INSERT INTO shipping.seeding (done, done_at) VALUES (true, ${now}) ON CONFLICT (done) DO NOTHING`)
  if (first === 0) return false
  const { empty } = await tx.one<{ empty: boolean }>(
    sql`SELECT NOT EXISTS (SELECT FROM shipping.methods) AS empty`,
  )
  return empty
}
