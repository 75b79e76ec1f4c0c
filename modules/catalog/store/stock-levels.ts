import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type HeardLevel = {
  variant_id: string
  available: number
  version: number
  later?: number | undefined
}

/** Locks the products of these variants, in the order of their ids. Answers the ids of the products. */
async function lockProductsOf(tx: Tx, variantIds: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT id FROM catalog.products
    WHERE id IN (SELECT product_id FROM catalog.variants WHERE id = ANY(${variantIds}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`)
  return rows.map((row) => row.id)
}

/**
 * Takes over what the stock says, where it is newer than what was heard before. Answers the products that are now in
 * stock and were not, or the other way round.
 */
export async function hearLevels(tx: Tx, levels: readonly HeardLevel[]): Promise<string[]> {
  const products = await lockProductsOf(
    tx,
    levels.map((level) => level.variant_id),
  )
  if (products.length === 0) return []
  await tx.run(sql`
    UPDATE catalog.variants AS v SET available = r.available, later = coalesce(r.later, 0), stock_version = r.version
    FROM (
      SELECT DISTINCT ON (variant_id) * FROM json_to_recordset(${JSON.stringify(levels)}::json)
        AS told (variant_id uuid, available integer, version bigint, later integer)
      ORDER BY variant_id, version DESC
    ) AS r
    WHERE v.id = r.variant_id AND v.stock_version < r.version`)
  return await refreshAvailability(tx, products)
}

/**
 * Notes that the stock was told of the first pieces of these variants. They are available unless something newer was
 * heard already. Answers as `hearLevels`.
 */
export async function noteTold(tx: Tx, variantIds: readonly string[]): Promise<string[]> {
  const products = await lockProductsOf(tx, variantIds)
  await tx.run(sql`
    UPDATE catalog.variants
    SET available = CASE WHEN stock_version < 0 THEN initial_quantity ELSE available END, initial_quantity = NULL
    WHERE id = ANY(${variantIds}::uuid[]) AND initial_quantity IS NOT NULL`)
  return await refreshAvailability(tx, products)
}

// Only what differs is written: most sales leave a product in stock.
async function refreshAvailability(tx: Tx, productIds: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string; turned: boolean }>(sql`
    UPDATE catalog.products AS p
    SET available = now.available, in_stock = now.in_stock,
      card = CASE WHEN p.in_stock = now.in_stock THEN p.card
        ELSE jsonb_set(p.card::jsonb, '{in_stock}', to_jsonb(now.in_stock))::json END
    FROM (
      SELECT v.product_id, sum(v.available)::integer AS available, bool_or(v.available > 0) AS in_stock,
        bool_or(was.in_stock) AS was_in_stock
      FROM catalog.variants AS v JOIN catalog.products AS was ON was.id = v.product_id
      WHERE v.product_id = ANY(${productIds}::uuid[]) AND v.retired_at IS NULL
      GROUP BY v.product_id
    ) AS now
    WHERE p.id = now.product_id AND (p.available, p.in_stock) IS DISTINCT FROM (now.available, now.in_stock)
    RETURNING p.id, now.was_in_stock <> p.in_stock AS turned`)
  return rows.filter(({ turned }) => turned).map(({ id }) => id)
}
