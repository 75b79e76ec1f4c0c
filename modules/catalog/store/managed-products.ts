import type { Queryable } from '@rampart/platform/db/db.ts'
import { empty, fromMap, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Picture, ProductStatus } from '../domain/product.ts'
import type { SearchWords } from '../domain/search-words.ts'
import type { StoredCard, CategoryRef } from '../product-view.ts'
import { categoryId } from './category-id.ts'
import { textQuery } from './matching.ts'

export type ManagedSort =
  'updated' | '-updated' | 'name' | '-name' | 'price' | '-price' | 'available' | '-available'

export type ManagedQuery = {
  /** Whose products alone, whatever else is asked; null: everybody's. */
  readonly owner: string | null
  readonly seller_id: string | undefined
  readonly words: SearchWords | 'nothing' | null
  readonly status: ProductStatus | undefined
  readonly category: string | undefined
  readonly tag: string | undefined
}

export type ManagedRow = {
  id: string
  slug: string
  name: string
  brand: string | null
  status: ProductStatus
  category: CategoryRef | null
  card: StoredCard
  picture: Picture | null
  variant_count: number
  available: number
  seller_id: string | null
  updated_at: string
}

const orders: Readonly<Record<ManagedSort, Sql>> = {
  updated: sql`p.updated_at, p.id`,
  '-updated': sql`p.updated_at DESC, p.id DESC`,
  name: sql`p.sort_name, p.id`,
  '-name': sql`p.sort_name DESC, p.id DESC`,
  price: sql`p.price_minor, p.id`,
  '-price': sql`p.price_minor DESC, p.id DESC`,
  available: sql`p.available, p.id`,
  '-available': sql`p.available DESC, p.id DESC`,
}

/** One page of products in any status. Its ids are found first: cards of the rows that are skipped are never read. */
export async function managedPage(
  db: Queryable,
  query: ManagedQuery,
  sort: ManagedSort,
  { limit, offset }: { limit: number; offset: number },
): Promise<ManagedRow[]> {
  return db.many<ManagedRow>(sql`
    SELECT p.id, p.slug, p.name, p.brand, p.status, c.breadcrumb -> -1 AS category, p.card, p.card -> 'picture' AS picture,
      p.variant_count, p.available, p.seller_id, p.updated_at
    FROM unnest(ARRAY(
        SELECT p.id FROM catalog.products AS p WHERE ${managedCondition(query)}
        ORDER BY ${fromMap(orders, sort)} LIMIT ${limit} OFFSET ${offset}
      )) WITH ORDINALITY AS page (id, place)
      JOIN catalog.products AS p ON p.id = page.id
      LEFT JOIN catalog.categories AS c ON c.id = p.category_id
    ORDER BY page.place`)
}

/** How many there are in all. */
export async function countManaged(db: Queryable, query: ManagedQuery): Promise<number> {
  const row = await db.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM catalog.products AS p WHERE ${managedCondition(query)}`)
  return row.total
}

/** Which products `p` are asked for. */
export function managedCondition({ owner, seller_id, words, status, category, tag }: ManagedQuery): Sql {
  return sql`(${owner}::uuid IS NULL OR p.seller_id = ${owner})${
    seller_id === undefined ? empty : sql` AND p.seller_id = ${seller_id}`
  }${words === 'nothing' ? sql` AND false` : empty}${
    words === null || words === 'nothing' ? empty : sql` AND p.search @@ ${textQuery(words)}`
  }${status === undefined ? empty : sql` AND p.status = ${status}`}${
    category === undefined
      ? empty
      : sql` AND p.category_id IN (SELECT id FROM catalog.categories WHERE ${categoryId(category)} = ANY(path))`
  }${tag === undefined ? empty : sql` AND p.tags @> ARRAY[${tag}]::text[]`}`
}

/** The currency of a product in any status; null when there is none, or it is not the owner's. */
export async function findManagedCurrency(
  db: Queryable,
  id: string,
  owner: string | null,
): Promise<string | null> {
  const row = await db.maybe<{ currency: string }>(sql`
    SELECT currency FROM catalog.products WHERE id = ${id} AND (${owner}::uuid IS NULL OR seller_id = ${owner})`)
  return row?.currency ?? null
}
