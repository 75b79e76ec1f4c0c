import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { priceKey, type SalePrice } from '../domain/prices.ts'

/** A price of a sale; an empty currency is the product's own. */
export type NewSalePrice = {
  readonly variant_id: string
  readonly currency: string
  readonly price_minor: number
}

export type SaleRow = {
  id: string
  name: string
  starts_at: string
  ends_at: string
  currency: string
  prices: { variant_id: string; currency: string; price_minor: number }[]
}

const columns = sql`
  SELECT s.id, s.name, s.starts_at, s.ends_at, p.currency, coalesce((
    SELECT json_agg(json_build_object('variant_id', sp.variant_id, 'price_minor', sp.price_minor,
      'currency', coalesce(nullif(sp.currency, ''), p.currency)) ORDER BY v.position, v.id, sp.currency)
    FROM catalog.all_sale_prices AS sp JOIN catalog.variants AS v ON v.id = sp.variant_id
    WHERE sp.sale_id = s.id
  ), '[]') AS prices
  FROM catalog.sales AS s JOIN catalog.products AS p ON p.id = s.product_id`

/** Sales of a product, the latest first. None when it is not the owner's. */
export async function findSales(
  db: Queryable,
  productId: string,
  owner: string | null,
  limit: number,
): Promise<SaleRow[]> {
  return db.many<SaleRow>(sql`
    ${columns} WHERE s.product_id = ${productId} AND (${owner}::uuid IS NULL OR p.seller_id = ${owner})
    ORDER BY s.starts_at DESC, s.id DESC LIMIT ${limit}`)
}

/** One sale of a product that the transaction has locked. */
export async function findSale(tx: Tx, productId: string, saleId: string): Promise<SaleRow | null> {
  return tx.maybe<SaleRow>(sql`${columns} WHERE s.product_id = ${productId} AND s.id = ${saleId}`)
}

/** Prices of sales that run at this moment, by `priceKey`. */
export async function findRunningPrices(
  db: Queryable,
  productIds: readonly string[],
  at: Date | string,
): Promise<ReadonlyMap<string, SalePrice>> {
  const rows = await db.many<SalePrice & { variant_id: string; currency: string }>(sql`
    SELECT sp.variant_id, sp.currency, sp.price_minor, s.ends_at
    FROM catalog.sales AS s JOIN catalog.all_sale_prices AS sp ON sp.sale_id = s.id
    WHERE s.product_id = ANY(${productIds}::uuid[]) AND s.starts_at <= ${at} AND s.ends_at > ${at}`)
  return new Map(
    rows.map(({ variant_id, currency, ...price }) => [priceKey(variant_id, currency), price] as const),
  )
}

/** Whether a sale of the product, which is locked, runs at any time of this span. */
export async function overlaps(tx: Tx, productId: string, startsAt: Date, endsAt: Date): Promise<boolean> {
  const row = await tx.maybe(sql`
    SELECT FROM catalog.sales
    WHERE product_id = ${productId} AND starts_at < ${endsAt} AND ends_at > ${startsAt} LIMIT 1`)
  return row !== null
}

/** Adds a sale of a product that is locked. */
export async function insertSale(
  tx: Tx,
  productId: string,
  sale: { id: string; name: string; startsAt: Date; endsAt: Date },
  prices: readonly NewSalePrice[],
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO catalog.sales (id, product_id, name, starts_at, ends_at, created_at)
    VALUES (${sale.id}, ${productId}, ${sale.name}, ${sale.startsAt}, ${sale.endsAt}, ${now})`)
  await tx.run(sql`
    INSERT INTO catalog.sale_prices (sale_id, variant_id, price_minor)
    SELECT ${sale.id}, r.variant_id, r.price_minor
    FROM json_to_recordset(${JSON.stringify(prices)}::json) AS r (variant_id uuid, currency text, price_minor bigint)
    WHERE r.currency = ''`)
  await tx.run(sql`
    INSERT INTO catalog.sale_prices_in (sale_id, variant_id, currency, price_minor)
    SELECT ${sale.id}, r.variant_id, r.currency, r.price_minor
    FROM json_to_recordset(${JSON.stringify(prices)}::json) AS r (variant_id uuid, currency text, price_minor bigint)
    WHERE r.currency <> ''`)
}

/** Ends a sale that runs. */
export async function endSale(tx: Tx, saleId: string, now: Date): Promise<void> {
  await tx.run(sql`UPDATE catalog.sales SET ends_at = ${now} WHERE id = ${saleId}`)
}

/** Drops a sale that has not begun. */
export async function dropSale(tx: Tx, saleId: string): Promise<void> {
  await tx.run(sql`DELETE FROM catalog.sales WHERE id = ${saleId}`)
}

/** Products of which a sale has begun or ended without their having been written since. */
export async function findDueProducts(db: Queryable, now: Date, limit: number): Promise<string[]> {
  const rows = await db.many<{ product_id: string }>(sql`
    SELECT product_id FROM catalog.sales WHERE starts_at <= ${now} AND begun_at IS NULL
    UNION
    SELECT product_id FROM catalog.sales WHERE ends_at <= ${now} AND ended_at IS NULL
    LIMIT ${limit}`)
  return rows.map((row) => row.product_id)
}

/** Notes that a product was written with what its sales have changed until now. */
export async function noteApplied(tx: Tx, productId: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE catalog.sales SET
      begun_at = coalesce(begun_at, CASE WHEN starts_at <= ${now} THEN ${now}::timestamptz END),
      ended_at = coalesce(ended_at, CASE WHEN ends_at <= ${now} THEN ${now}::timestamptz END)
    WHERE product_id = ${productId} AND (begun_at IS NULL OR ended_at IS NULL)`)
}
