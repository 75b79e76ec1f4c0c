import type { Queryable } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { CategoryRef } from '../product-view.ts'
import type { Attribute } from '../domain/product.ts'

type IndexRow = {
  product_id: string
  name: string
  brand: string | null
  type_name: string | null
  seller_name: string | null
  summary: string
  description: string
  categories: CategoryRef[]
  skus: string[]
  attributes: Attribute[]
  price_minor: number
  in_stock: boolean
  rating_count: number
  rating_average: number | null
  sort_name: string
}

/** The published ones of these products. */
export async function findIndexDocuments(db: Queryable, ids: readonly string[]): Promise<IndexRow[]> {
  return await db.many<IndexRow>(sql`
    ${columns} WHERE p.id = ANY(${ids}::uuid[]) AND p.status = 'published' ORDER BY p.id`)
}

/** The next published products after an id (null: from the first). */
export async function findIndexDocumentsAfter(
  db: Queryable,
  after: string | null,
  limit: number,
): Promise<IndexRow[]> {
  return await db.many<IndexRow>(sql`
    ${columns} WHERE p.status = 'published' AND (${after}::uuid IS NULL OR p.id > ${after})
    ORDER BY p.id LIMIT ${limit}`)
}

const columns: Sql = sql`
  SELECT p.id AS product_id, p.name, p.brand, p.summary, p.description, t.name AS type_name,
    s.name AS seller_name, coalesce(c.breadcrumb, '[]') AS categories,
    ARRAY(SELECT v.sku FROM catalog.variants AS v WHERE v.product_id = p.id AND v.retired_at IS NULL
      ORDER BY v.position) AS skus,
    p.attributes, p.price_minor, p.in_stock, p.rating_count, p.rating_average, p.sort_name
  FROM catalog.products AS p
    LEFT JOIN catalog.categories AS c ON c.id = p.category_id
    LEFT JOIN catalog.product_types AS t ON t.id = p.type_id
    LEFT JOIN catalog.sellers AS s ON s.id = p.seller_id`
