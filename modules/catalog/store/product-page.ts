import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ProductPage } from '../product-view.ts'

/** A page with what only those see who manage the product. */
export type ManagedPage = ProductPage & { managed: boolean; tags: string[]; type_id: string | null }

/** Whose products a caller manages: of one owner, everybody's (`owner: null`), or nobody's. */
export type Manager = { readonly owner: string | null } | 'nobody'

/** What a product's page shows, in one statement. Unpublished products only for who manages them. */
export async function findProductPage(
  db: Queryable,
  id: string,
  manager: Manager,
): Promise<ManagedPage | null> {
  const manages =
    manager === 'nobody'
      ? sql`false`
      : sql`(${manager.owner}::uuid IS NULL OR p.seller_id = ${manager.owner})`
  return db.maybe<ManagedPage>(sql`
    SELECT p.detail, p.seller_id, p.card -> 'rating' AS rating, coalesce(${manages}, false) AS managed, p.tags, p.type_id,
      c.breadcrumb, (
      SELECT json_object_agg(v.id, json_build_object('pieces', v.available, 'later', v.later)) FROM catalog.variants AS v
      WHERE v.product_id = p.id AND v.retired_at IS NULL
    ) AS available
    FROM catalog.products AS p LEFT JOIN catalog.categories AS c ON c.id = p.category_id
    WHERE p.id = ${id} AND (p.status = 'published' OR ${manages})`)
}

/** The same for a published product, by its address. */
export async function findProductPageBySlug(db: Queryable, slug: string): Promise<ProductPage | null> {
  return db.maybe<ProductPage>(sql`
    SELECT p.detail, p.seller_id, p.card -> 'rating' AS rating, c.breadcrumb, (
      SELECT json_object_agg(v.id, json_build_object('pieces', v.available, 'later', v.later)) FROM catalog.variants AS v
      WHERE v.product_id = p.id AND v.retired_at IS NULL
    ) AS available
    FROM catalog.products AS p LEFT JOIN catalog.categories AS c ON c.id = p.category_id
    WHERE p.slug = ${slug} AND p.status = 'published'`)
}
