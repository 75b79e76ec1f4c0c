import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { priceKey } from '../domain/prices.ts'

/** An empty currency is the product's own. */
type Reduced = {
  readonly id: string
  readonly currency: string
  readonly price_minor: number
  readonly now: string
}

/**
 * The lowest price of each variant in the 30 days before its present price began, in minor units: `now` where the price
 * is a new one. By `priceKey`; prices of which nothing was asked before are left out.
 */
export async function findLowestBefore(
  db: Queryable,
  variants: readonly Reduced[],
): Promise<ReadonlyMap<string, number>> {
  if (variants.length === 0) return new Map()
  const rows = await db.many<{ id: string; currency: string; lowest: number | null }>(sql`
    SELECT r.id, r.currency, (
      SELECT min(h.price_minor) FROM catalog.all_price_history AS h
      WHERE h.variant_id = r.id AND h.currency = r.currency AND h.since < b.began AND h.since >= coalesce((
        SELECT max(f.since) FROM catalog.all_price_history AS f
        WHERE f.variant_id = r.id AND f.currency = r.currency AND f.since <= b.began - interval '30 days'), '-infinity')
    ) AS lowest
    FROM json_to_recordset(${JSON.stringify(variants)}::json)
        AS r (id uuid, currency text, price_minor bigint, now timestamptz)
      LEFT JOIN LATERAL (
        SELECT h.price_minor, h.since FROM catalog.all_price_history AS h
        WHERE h.variant_id = r.id AND h.currency = r.currency ORDER BY h.since DESC LIMIT 1
      ) AS last ON true
      CROSS JOIN LATERAL (
        SELECT CASE WHEN last.price_minor = r.price_minor THEN last.since ELSE r.now END AS began
      ) AS b`)
  return new Map(
    rows.flatMap(({ id, currency, lowest }) =>
      lowest === null ? [] : [[priceKey(id, currency), lowest] as const],
    ),
  )
}

/**
 * Notes what is asked from now on for the variants of these products, where it is something else than before. Prices are
 * those of variants that are offered; all others of the products are not. The products must have been written.
 */
export async function recordPrices(
  tx: Tx,
  productIds: readonly string[],
  offered: readonly { readonly id: string; readonly price_minor: number }[],
): Promise<void> {
  await tx.run(sql`
    INSERT INTO catalog.price_history AS h (variant_id, since, price_minor)
    SELECT v.id, p.updated_at, r.price_minor
    FROM catalog.variants AS v JOIN catalog.products AS p ON p.id = v.product_id
      LEFT JOIN json_to_recordset(${JSON.stringify(offered)}::json) AS r (id uuid, price_minor bigint) ON r.id = v.id
      LEFT JOIN LATERAL (
        SELECT b.price_minor FROM catalog.price_history AS b
        WHERE b.variant_id = v.id ORDER BY b.since DESC LIMIT 1
      ) AS last ON true
    WHERE p.id = ANY(${productIds}::uuid[]) AND r.price_minor IS DISTINCT FROM last.price_minor
    ON CONFLICT (variant_id, since) DO UPDATE SET price_minor = excluded.price_minor`)
}

/** The same in other currencies. */
export async function recordOtherPrices(
  tx: Tx,
  productIds: readonly string[],
  offered: readonly { readonly id: string; readonly currency: string; readonly price_minor: number }[],
): Promise<void> {
  await tx.run(sql`
    WITH r AS MATERIALIZED (
      SELECT id, currency, price_minor FROM json_to_recordset(${JSON.stringify(offered)}::json)
        AS r (id uuid, currency text, price_minor bigint)
    )
    INSERT INTO catalog.price_history_in AS h (variant_id, currency, since, price_minor)
    SELECT v.id, k.currency, p.updated_at, r.price_minor
    FROM catalog.products AS p JOIN catalog.variants AS v ON v.product_id = p.id
      CROSS JOIN LATERAL (
        SELECT currency FROM r WHERE r.id = v.id
        UNION SELECT b.currency FROM catalog.price_history_in AS b WHERE b.variant_id = v.id
      ) AS k
      LEFT JOIN r ON r.id = v.id AND r.currency = k.currency
      LEFT JOIN LATERAL (
        SELECT b.price_minor FROM catalog.price_history_in AS b
        WHERE b.variant_id = v.id AND b.currency = k.currency ORDER BY b.since DESC LIMIT 1
      ) AS last ON true
    WHERE p.id = ANY(${productIds}::uuid[]) AND r.price_minor IS DISTINCT FROM last.price_minor
    ON CONFLICT (variant_id, currency, since) DO UPDATE SET price_minor = excluded.price_minor`)
}

export type PriceChange = {
  variant_id: string
  sku: string
  options: Record<string, string>
  since: string
  price_minor: number | null
  currency: string
}

/** What was asked for the variants of a product, the latest first. Empty also when it is not the owner's. */
export async function findPriceChanges(
  db: Queryable,
  productId: string,
  owner: string | null,
  limit: number,
): Promise<PriceChange[]> {
  return db.many<PriceChange>(sql`
    SELECT h.variant_id, v.sku, v.options, h.since, h.price_minor, coalesce(nullif(h.currency, ''), p.currency) AS currency
    FROM catalog.products AS p JOIN catalog.variants AS v ON v.product_id = p.id
      JOIN catalog.all_price_history AS h ON h.variant_id = v.id
    WHERE p.id = ${productId} AND (${owner}::uuid IS NULL OR p.seller_id = ${owner})
    ORDER BY h.since DESC, v.position, v.id, h.currency LIMIT ${limit}`)
}
