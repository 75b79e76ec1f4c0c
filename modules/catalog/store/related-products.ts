import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/**
 * Published products like one, in stock first: of its category with the same brand and the nearest price before others,
 * then of its brand, then the newest. Without one, or where it is not known, the newest. With `alike`, never what is only new.
 */
export async function relatedProducts(
  db: Queryable,
  productId: string | null,
  limit: number,
  alike = false,
): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    WITH this AS MATERIALIZED (
      SELECT id, category_id, brand, price_minor FROM catalog.products WHERE id = ${productId}
    ), neighbours AS (
      (SELECT p.id, 1 AS tier, p.in_stock, p.brand IS NOT DISTINCT FROM this.brand AS same_brand,
          abs(ln((p.price_minor + 1)::float8 / (this.price_minor + 1))) AS distance
        FROM this JOIN catalog.products AS p ON p.category_id = this.category_id
        WHERE p.status = 'published' AND p.id <> this.id
        ORDER BY p.in_stock DESC, same_brand DESC, distance, p.id DESC LIMIT ${limit})
      UNION ALL
      (SELECT p.id, 2, p.in_stock, true, abs(ln((p.price_minor + 1)::float8 / (this.price_minor + 1)))
        FROM this JOIN catalog.products AS p ON p.brand = this.brand
        WHERE p.status = 'published' AND p.id <> this.id AND p.category_id IS DISTINCT FROM this.category_id
        ORDER BY p.id DESC LIMIT ${limit})
      UNION ALL
      (SELECT p.id, 3, p.in_stock, false, 0
        FROM catalog.products AS p
        WHERE p.status = 'published' AND p.id IS DISTINCT FROM ${productId} AND NOT ${alike}::boolean
        ORDER BY p.id DESC LIMIT ${limit})
    )
    SELECT id FROM (
      SELECT DISTINCT ON (id) id, tier, in_stock, same_brand, distance FROM neighbours ORDER BY id, tier
    ) AS once
    ORDER BY in_stock DESC, tier, same_brand DESC, distance, id DESC LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** The products that SKUs belong to. Unknown ones are left out. */
export async function productsBySku(
  db: Queryable,
  skus: readonly string[],
): Promise<{ sku: string; product_id: string }[]> {
  return db.many(sql`
    SELECT sku, product_id FROM catalog.variants WHERE sku = ANY(${skus}) AND retired_at IS NULL`)
}
