import type { Queryable } from '@rampart/platform/db/db.ts'
import { fromMap, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { StoredCard } from '../product-view.ts'
import { type CardPage, categoryId } from './category-id.ts'
import { FIRST_PAGE, firstPage } from './first-page.ts'

export type ListSort = 'newest' | 'price' | '-price' | 'name' | '-name'

type Window = { readonly limit: number; readonly offset: number }

// Each sort is an index of `listings`; newest are the highest ids, which hold the time.
const orders: Readonly<Record<ListSort, Sql>> = {
  newest: sql`product_id DESC`,
  price: sql`price_minor, product_id`,
  '-price': sql`price_minor DESC, product_id DESC`,
  name: sql`sort_name, product_id`,
  '-name': sql`sort_name DESC, product_id DESC`,
}

/**
 * One page of a category, or of all products, in one statement that reads no more rows than it skips and shows.
 *
 * The ids are found first and unnested: the planner takes an array for ten rows, whatever LIMIT says, and so keeps one
 * plan for the prepared statement. With a plain join it would plan anew each time, which costs twice the query.
 */
export async function listPage(
  db: Queryable,
  category: string | undefined,
  sort: ListSort,
  { limit, offset }: Window,
): Promise<CardPage> {
  if (sort === 'newest' && offset === 0 && limit === FIRST_PAGE) return firstPage(db, category)
  const row = await db.one<{ items: StoredCard[]; total: number | null }>(sql`
    SELECT array_to_json(ARRAY(
        SELECT p.card
        FROM unnest(ARRAY(
            SELECT product_id FROM catalog.listings
            WHERE category_id = ${categoryId(category)}
            ORDER BY ${fromMap(orders, sort)} LIMIT ${limit} OFFSET ${offset}
          )) WITH ORDINALITY AS page (product_id, place)
          JOIN catalog.products AS p ON p.id = page.product_id
        ORDER BY page.place
      )) AS items,
      (SELECT published FROM catalog.listing_counts WHERE category_id = ${categoryId(category)}) AS total`)
  return { items: row.items, total: row.total ?? 0 }
}
