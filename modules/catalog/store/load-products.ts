import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Product, Variant } from '../domain/product.ts'

type ProductRow = Omit<Product, 'variants'>
type VariantRow = Variant & { product_id: string }

/** A product in any status with its variants, its row locked; null when there is none, or it is not the owner's. */
export async function lockProduct(tx: Tx, id: string, owner: string | null): Promise<Product | null> {
  const [product] = await lockProducts(tx, [id], owner)
  return product ?? null
}

/**
 * Products in any status with their variants, rows locked in the order of their ids; unknown ids are left out, and
 * for an owner those of others. Whoever holds the lock may write the product: whose it is stays so until then.
 */
export async function lockProducts(tx: Tx, ids: readonly string[], owner: string | null): Promise<Product[]> {
  return load(
    tx,
    sql`${columns} FROM catalog.products
      WHERE id = ANY(${ids}::uuid[]) AND (${owner}::uuid IS NULL OR seller_id = ${owner})
      ORDER BY id FOR NO KEY UPDATE`,
  )
}

const columns = sql`
  SELECT id, slug, name, summary, description, brand, status, seller_id, category_id, type_id, options, attributes, pictures, seo_title,
    seo_description, tags, currency, created_at, updated_at`

async function load(db: Queryable, statement: Sql): Promise<Product[]> {
  const rows = await db.many<ProductRow>(statement)
  if (rows.length === 0) return []
  const variants = await db.many<VariantRow>(sql`
    SELECT v.product_id, v.id, v.sku, v.options, v.price_minor, v.compare_at_minor, v.available, coalesce((
      SELECT json_agg(json_build_object('currency', o.currency, 'price_minor', o.price_minor,
        'compare_at_minor', o.compare_at_minor) ORDER BY o.currency COLLATE "C")
      FROM catalog.variant_prices AS o WHERE o.variant_id = v.id
    ), '[]') AS prices
    FROM catalog.variants AS v
    WHERE v.product_id = ANY(${rows.map((row) => row.id)}::uuid[]) AND v.retired_at IS NULL
    ORDER BY v.product_id, v.position`)
  const byProduct = Map.groupBy(variants, (variant) => variant.product_id)
  return rows.map((row) => ({
    ...row,
    variants: (byProduct.get(row.id) ?? []).map(({ product_id: _, ...variant }) => variant),
  }))
}
