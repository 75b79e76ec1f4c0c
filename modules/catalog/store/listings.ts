import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { ALL_PRODUCTS } from './all-products.ts'

/**
 * Brings the listings of these products up to what the products and their categories say. The categories must be
 * locked by the transaction, so that none is moved meanwhile.
 */
export async function writeListings(tx: Tx, productIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    DELETE FROM catalog.listings AS l
    WHERE l.product_id = ANY(${productIds}::uuid[]) AND NOT EXISTS (
      SELECT FROM catalog.products AS p LEFT JOIN catalog.categories AS c ON c.id = p.category_id
      WHERE p.id = l.product_id AND p.status = 'published'
        AND (l.category_id = ${ALL_PRODUCTS} OR l.category_id = ANY(c.path)))`)
  await tx.run(sql`
    INSERT INTO catalog.listings AS l (category_id, product_id, price_minor, sort_name)
    SELECT found_in, p.id, p.price_minor, p.sort_name
    FROM catalog.products AS p
      LEFT JOIN catalog.categories AS c ON c.id = p.category_id
      CROSS JOIN LATERAL unnest(array_append(coalesce(c.path, '{}'), ${ALL_PRODUCTS}::uuid)) AS found_in
    WHERE p.id = ANY(${productIds}::uuid[]) AND p.status = 'published'
    ON CONFLICT (category_id, product_id) DO UPDATE
      SET price_minor = excluded.price_minor, sort_name = excluded.sort_name
      WHERE (l.price_minor, l.sort_name) IS DISTINCT FROM (excluded.price_minor, excluded.sort_name)`)
}

/** The same for every product in a category and below it, after the category was moved. */
export async function writeListingsBelow(tx: Tx, categoryId: string): Promise<void> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT p.id
    FROM catalog.products AS p JOIN catalog.categories AS c ON c.id = p.category_id
    WHERE ${categoryId}::uuid = ANY(c.path) AND p.status = 'published'
    ORDER BY p.id FOR NO KEY UPDATE OF p`)
  await writeListings(
    tx,
    rows.map((row) => row.id),
  )
}

/** Published products in a category and below it. */
export async function findProductsBelow(tx: Tx, categoryId: string): Promise<string[]> {
  const rows = await tx.many<{ product_id: string }>(sql`
    SELECT product_id FROM catalog.listings WHERE category_id = ${categoryId} ORDER BY product_id`)
  return rows.map((row) => row.product_id)
}

/** Published products of these sellers. */
export async function findProductsOfSellers(tx: Tx, sellerIds: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT id FROM catalog.products WHERE seller_id = ANY(${sellerIds}::uuid[]) AND status = 'published' ORDER BY id`)
  return rows.map((row) => row.id)
}

/** Published products of a product type. */
export async function findProductsOfType(tx: Tx, typeId: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT id FROM catalog.products WHERE type_id = ${typeId} AND status = 'published' ORDER BY id`)
  return rows.map((row) => row.id)
}
