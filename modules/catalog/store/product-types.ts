import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { TypeAttribute } from '../domain/product-type.ts'

export type ProductTypeRow = {
  id: string
  name: string
  attributes: TypeAttribute[]
  product_count: number
}

const columns = sql`
  SELECT t.id, t.name, t.attributes,
    (SELECT count(*) FROM catalog.products AS p WHERE p.type_id = t.id) AS product_count
  FROM catalog.product_types AS t`

/** Every type, by name. */
export async function allProductTypes(db: Queryable): Promise<ProductTypeRow[]> {
  return db.many<ProductTypeRow>(sql`${columns} ORDER BY lower(t.name), t.id`)
}

/** One type; null when there is none. */
export async function findProductType(db: Queryable, id: string): Promise<ProductTypeRow | null> {
  return db.maybe<ProductTypeRow>(sql`${columns} WHERE t.id = ${id}`)
}

/** The attributes of types, by id; the types stay as they are until the transaction ends. */
export async function holdTypes(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly TypeAttribute[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.many<Pick<ProductTypeRow, 'id' | 'attributes'>>(sql`
    SELECT id, attributes FROM catalog.product_types WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`)
  return new Map(rows.map(({ id, attributes }) => [id, attributes]))
}

/** Adds a type, or replaces it. */
export async function writeProductType(
  tx: Tx,
  { id, name, attributes }: Pick<ProductTypeRow, 'id' | 'name' | 'attributes'>,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO catalog.product_types (id, name, attributes, created_at, updated_at)
    VALUES (${id}, ${name}, ${JSON.stringify(attributes)}, ${now}, ${now})
    ON CONFLICT (id) DO UPDATE SET (name, attributes, updated_at)
      = (excluded.name, excluded.attributes, excluded.updated_at)`)
}

/** Removes a type that no product has. False when one has it. */
export async function deleteUnusedType(tx: Tx, id: string): Promise<boolean> {
  const removed = await tx.run(sql`
    DELETE FROM catalog.product_types
    WHERE id = ${id} AND NOT EXISTS (SELECT FROM catalog.products WHERE type_id = ${id})`)
  return removed === 1
}

/** Ids of the types with these names, in any case, by the name that was asked for; unknown ones are left out. */
export async function typesByName(q: Queryable, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const rows = await q.many<{ id: string; wanted: string }>(sql`
    SELECT t.id, w.wanted FROM unnest(${names}::text[]) AS w (wanted)
    JOIN catalog.product_types AS t ON lower(t.name) = lower(w.wanted)`)
  return new Map(rows.map(({ id, wanted }) => [wanted, id]))
}

/** Names of types, by id. */
export async function typeNames(q: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await q.many<{ id: string; name: string }>(
    sql`SELECT id, name FROM catalog.product_types WHERE id = ANY(${ids}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
