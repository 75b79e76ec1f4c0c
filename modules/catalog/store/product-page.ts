import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { CategoryRef, StoredDetail } from '../product-view.ts'

export type ProductPage = {
  detail: StoredDetail
  breadcrumb: CategoryRef[] | null
  available: Record<string, number> | null
}

/** What a product's page shows, in one statement. Unpublished products only with `unpublished`. */
export async function findProductPage(
  db: Queryable,
  id: string,
  unpublished: boolean,
): Promise<ProductPage | null> {
  return db.maybe<ProductPage>(sql`
    SELECT p.detail, c.breadcrumb, (
      SELECT json_object_agg(v.id, v.available) FROM catalog.variants AS v
      WHERE v.product_id = p.id AND v.retired_at IS NULL
    ) AS available
    FROM catalog.products AS p LEFT JOIN catalog.categories AS c ON c.id = p.category_id
    WHERE p.id = ${id} AND (p.status = 'published' OR ${unpublished})`)
}

/** The same for a published product, by its address. */
export async function findProductPageBySlug(db: Queryable, slug: string): Promise<ProductPage | null> {
  return db.maybe<ProductPage>(sql`
    SELECT p.detail, c.breadcrumb, (
      SELECT json_object_agg(v.id, v.available) FROM catalog.variants AS v
      WHERE v.product_id = p.id AND v.retired_at IS NULL
    ) AS available
    FROM catalog.products AS p LEFT JOIN catalog.categories AS c ON c.id = p.category_id
    WHERE p.slug = ${slug} AND p.status = 'published'`)
}
