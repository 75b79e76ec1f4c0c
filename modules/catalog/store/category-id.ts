import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { StoredCard } from '../product-view.ts'
import { ALL_PRODUCTS } from './all-products.ts'

/** Cards in their order, and how many there are on all pages. */
export type CardPage = { items: StoredCard[]; total: number }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a category is named by its id; a slug may look like one, but then the id is meant. */
export function isUuid(category: string): boolean {
  return UUID.test(category)
}

/** A fragment that yields the id of a category named by id or slug: of all products where none is named, or null. */
export function categoryId(category: string | undefined): Sql {
  if (category === undefined) return sql`${ALL_PRODUCTS}::uuid`
  if (isUuid(category)) return sql`${category}::uuid`
  return sql`(SELECT id FROM catalog.categories WHERE slug = ${category})`
}
