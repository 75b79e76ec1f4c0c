import type { Queryable } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import { ALL_PRODUCTS } from './all-products.ts'
import { type CardPage, isUuid } from './category-id.ts'

/** The size of page that `firstPage` reads. */
export const FIRST_PAGE = 20

/**
 * The page that is asked for most: the newest of a category or of all products. What `listPage` would answer, in fixed
 * texts with a fixed LIMIT, so that the prepared statement is planned once and reads twenty rows and no more.
 */
export async function firstPage(db: Queryable, category: string | undefined): Promise<CardPage> {
  const row = await db.one<{ items: CardPage['items']; total: number | null }>(statement(category))
  return { items: row.items, total: row.total ?? 0 }
}

function statement(category: string | undefined): Sql {
  if (category === undefined) return newest()
  return isUuid(category) ? newestOf(category) : newestBySlug(category)
}

function newest(): Sql {
  return sql`
    SELECT array_to_json(ARRAY(
        SELECT card FROM catalog.products WHERE status = 'published' ORDER BY id DESC LIMIT 20
      )) AS items,
      (SELECT published FROM catalog.listing_counts WHERE category_id = ${ALL_PRODUCTS}) AS total`
}

function newestOf(id: string): Sql {
  return sql`
    SELECT array_to_json(ARRAY(
        SELECT p.card
        FROM (SELECT product_id FROM catalog.listings WHERE category_id = ${id} ORDER BY product_id DESC LIMIT 20) AS l
          JOIN catalog.products AS p ON p.id = l.product_id
        ORDER BY l.product_id DESC
      )) AS items,
      (SELECT published FROM catalog.listing_counts WHERE category_id = ${id}) AS total`
}

function newestBySlug(slug: string): Sql {
  return sql`
    WITH category AS MATERIALIZED (SELECT id FROM catalog.categories WHERE slug = ${slug})
    SELECT array_to_json(ARRAY(
        SELECT p.card
        FROM (
          SELECT product_id FROM catalog.listings
          WHERE category_id = (SELECT id FROM category) ORDER BY product_id DESC LIMIT 20
        ) AS l JOIN catalog.products AS p ON p.id = l.product_id
        ORDER BY l.product_id DESC
      )) AS items,
      (SELECT published FROM catalog.listing_counts WHERE category_id = (SELECT id FROM category)) AS total`
}
