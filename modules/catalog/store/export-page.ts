import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Product, Variant } from '../domain/product.ts'

/** A product with the names of the categories that lead to it. */
export type ExportedProduct = Pick<
  Product,
  | 'id'
  | 'slug'
  | 'name'
  | 'status'
  | 'brand'
  | 'summary'
  | 'description'
  | 'attributes'
  | 'options'
  | 'currency'
> & {
  readonly breadcrumb: { readonly name: string }[] | null
  readonly variants: Omit<Variant, 'id' | 'prices'>[]
}

/** Products in every status in the order of their ids, from behind `after`, with the variants that are sold. */
export async function findExportPage(
  db: Queryable,
  after: string | null,
  limit: number,
): Promise<ExportedProduct[]> {
  return db.many<ExportedProduct>(sql`
    SELECT p.id, p.slug, p.name, p.status, p.brand, p.summary, p.description, p.attributes, p.options, p.currency,
      c.breadcrumb, (
        SELECT json_agg(json_build_object('sku', v.sku, 'options', v.options, 'price_minor', v.price_minor,
          'compare_at_minor', v.compare_at_minor, 'available', v.available) ORDER BY v.position)
        FROM catalog.variants AS v WHERE v.product_id = p.id AND v.retired_at IS NULL
      ) AS variants
    FROM catalog.products AS p LEFT JOIN catalog.categories AS c ON c.id = p.category_id
    WHERE ${after}::uuid IS NULL OR p.id > ${after}
    ORDER BY p.id LIMIT ${limit}`)
}
