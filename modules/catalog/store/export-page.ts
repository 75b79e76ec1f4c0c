import type { Queryable } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Product, Variant } from '../domain/product.ts'

/** A product with the names of its type and of the categories that lead to it. */
export type ExportedProduct = Pick<
  Product,
  | 'id'
  | 'slug'
  | 'name'
  | 'status'
  | 'brand'
  | 'summary'
  | 'description'
  | 'seo_title'
  | 'seo_description'
  | 'tags'
  | 'attributes'
  | 'options'
  | 'pictures'
  | 'currency'
> & {
  readonly type: string | null
  readonly breadcrumb: { readonly name: string }[] | null
  readonly variants: Omit<Variant, 'id'>[]
}

/** Products in the order of their ids, from behind `after`, with the variants that are sold. */
export async function findExportPage(
  db: Queryable,
  condition: Sql,
  after: string | null,
  limit: number,
): Promise<ExportedProduct[]> {
  return db.many<ExportedProduct>(sql`
    SELECT p.id, p.slug, p.name, p.status, p.brand, p.summary, p.description, p.seo_title, p.seo_description, p.tags,
      p.attributes, p.options, p.pictures, p.currency, t.name AS type, c.breadcrumb, (
        SELECT json_agg(json_build_object('sku', v.sku, 'options', v.options, 'price_minor', v.price_minor,
          'compare_at_minor', v.compare_at_minor, 'available', v.available, 'prices', coalesce((
            SELECT json_agg(json_build_object('currency', o.currency, 'price_minor', o.price_minor,
              'compare_at_minor', o.compare_at_minor) ORDER BY o.currency)
            FROM catalog.variant_prices AS o WHERE o.variant_id = v.id), '[]')) ORDER BY v.position)
        FROM catalog.variants AS v WHERE v.product_id = p.id AND v.retired_at IS NULL
      ) AS variants
    FROM catalog.products AS p
      LEFT JOIN catalog.categories AS c ON c.id = p.category_id
      LEFT JOIN catalog.product_types AS t ON t.id = p.type_id
    WHERE ${condition} AND (${after}::uuid IS NULL OR p.id > ${after})
    ORDER BY p.id LIMIT ${limit}`)
}

/** Names and types of the attributes that these products have. */
export async function findExportAttributes(
  db: Queryable,
  condition: Sql,
): Promise<{ name: string; type: 'string' | 'number' | 'boolean' }[]> {
  return db.many(sql`
    SELECT a.value ->> 'name' AS name, jsonb_typeof(a.value -> 'value') AS type
    FROM catalog.products AS p, jsonb_array_elements(p.attributes) AS a
    WHERE ${condition} GROUP BY 1, 2 ORDER BY min(p.id::text), 1, 2`)
}

/** The currencies beside their own in which these products have prices. */
export async function findExportCurrencies(db: Queryable, condition: Sql): Promise<string[]> {
  const rows = await db.many<{ currency: string }>(sql`
    SELECT DISTINCT o.currency FROM catalog.products AS p
    JOIN catalog.variants AS v ON v.product_id = p.id AND v.retired_at IS NULL
    JOIN catalog.variant_prices AS o ON o.variant_id = v.id
    WHERE ${condition} ORDER BY 1`)
  return rows.map(({ currency }) => currency)
}
