import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Of each product its own category and then all those above it; products without one are there with none. */
export async function findCategoryPathsOf(
  db: Queryable,
  productIds: readonly string[],
): Promise<{ product_id: string; category_ids: string[] }[]> {
  const rows = await db.many<{ product_id: string; path: readonly string[] | null }>(sql`
    SELECT p.id AS product_id, c.path FROM catalog.products p LEFT JOIN catalog.categories c ON c.id = p.category_id
    WHERE p.id = ANY(${productIds}::uuid[])`)
  return rows.map(({ product_id, path }) => ({ product_id, category_ids: [...(path ?? [])].reverse() }))
}
