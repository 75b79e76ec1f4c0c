import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

type SaleVariant = RawOutputOf<Catalog, 'getVariantsForSale'>['variants'][number]

/** The category of a product `p` and those above it, from the root down. */
const categoryPath = sql`coalesce(
  (SELECT c.path FROM catalog.categories AS c WHERE c.id = p.category_id), '{}') AS category_ids`

/**
 * Variants with what a cart or an order keeps of them; unknown ids are left out. Prices in minor units of the currency
 * asked for (null: of the product's own), of a sale from its first moment to its last, whether or not pages show it yet.
 */
export async function findSaleVariants(
  db: Queryable,
  ids: readonly string[],
  currency: string | null,
  at: Date,
): Promise<SaleVariant[]> {
  if (currency !== null) return findPricedIn(db, ids, currency, at)
  return db.many<SaleVariant>(sql`
    SELECT v.id AS variant_id, p.id AS product_id, v.sku, p.slug AS product_slug, p.name AS product_name, v.options,
      least(v.price_minor, (
        SELECT min(sp.price_minor)
        FROM catalog.sale_prices AS sp JOIN catalog.sales AS s ON s.id = sp.sale_id
        WHERE sp.variant_id = v.id AND s.starts_at <= ${at} AND s.ends_at > ${at}
      )) AS price_minor, p.currency, p.card -> 'picture' AS picture,
      v.retired_at IS NULL AND p.status = 'published' AS sellable, p.seller_id, ${categoryPath}
    FROM catalog.variants AS v JOIN catalog.products AS p ON p.id = v.product_id
    WHERE v.id = ANY(${ids}::uuid[])`)
}

/** The same in one currency. What has no price in it is not sold, and says so. */
async function findPricedIn(
  db: Queryable,
  ids: readonly string[],
  currency: string,
  at: Date,
): Promise<SaleVariant[]> {
  const rows = await db.many<SaleVariant & { priced: boolean }>(sql`
    SELECT v.id AS variant_id, p.id AS product_id, v.sku, p.slug AS product_slug, p.name AS product_name, v.options,
      coalesce(least(a.price_minor, (
        SELECT min(sp.price_minor)
        FROM catalog.all_sale_prices AS sp JOIN catalog.sales AS s ON s.id = sp.sale_id
        WHERE sp.variant_id = v.id AND sp.currency = a.currency AND s.starts_at <= ${at} AND s.ends_at > ${at}
      )), 0) AS price_minor, ${currency}::text AS currency, p.card -> 'picture' AS picture,
      v.retired_at IS NULL AND p.status = 'published' AND a.currency IS NOT NULL AS sellable,
      v.retired_at IS NOT NULL OR p.status <> 'published' OR a.currency IS NOT NULL AS priced, p.seller_id,
      ${categoryPath}
    FROM catalog.variants AS v JOIN catalog.products AS p ON p.id = v.product_id
      LEFT JOIN LATERAL (
        SELECT '' AS currency, v.price_minor WHERE p.currency = ${currency}
        UNION ALL SELECT o.currency, o.price_minor FROM catalog.variant_prices AS o
        WHERE o.variant_id = v.id AND o.currency = ${currency} AND p.currency <> ${currency}
      ) AS a ON true
    WHERE v.id = ANY(${ids}::uuid[])`)
  return rows.map(({ priced, ...variant }) => (priced ? variant : { ...variant, unpriced: true }))
}

/** Products with anything on sale: their variant, or null where one of several must be chosen. */
export async function findChoices(
  db: Queryable,
  productIds: readonly string[],
): Promise<{ readonly product_id: string; readonly variant_id: string | null }[]> {
  return db.many(sql`
    SELECT product_id, CASE WHEN count(*) = 1 THEN (array_agg(id))[1] END AS variant_id
    FROM catalog.variants
    WHERE product_id = ANY(${productIds}::uuid[]) AND retired_at IS NULL
    GROUP BY product_id`)
}
