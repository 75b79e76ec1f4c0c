import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

type SaleVariant = RawOutputOf<Catalog, 'getVariantsForSale'>['variants'][number]
type DefaultVariant = RawOutputOf<Catalog, 'getDefaultVariants'>['variants'][number]

/** Variants with what a cart or an order keeps of them; unknown ids are left out. Prices in minor units. */
export async function findSaleVariants(db: Queryable, ids: readonly string[]): Promise<SaleVariant[]> {
  return db.many<SaleVariant>(sql`
    SELECT v.id AS variant_id, p.id AS product_id, v.sku, p.slug AS product_slug, p.name AS product_name, v.options,
      v.price_minor, p.currency, p.card -> 'picture' AS picture,
      v.retired_at IS NULL AND p.status = 'published' AS sellable
    FROM catalog.variants AS v JOIN catalog.products AS p ON p.id = v.product_id
    WHERE v.id = ANY(${ids}::uuid[])`)
}

/** The variant of each product that has exactly one on sale. */
export async function findSingleVariants(db: Queryable, productIds: readonly string[]): Promise<DefaultVariant[]> {
  return db.many<DefaultVariant>(sql`
    SELECT product_id, (array_agg(id))[1] AS variant_id
    FROM catalog.variants
    WHERE product_id = ANY(${productIds}::uuid[]) AND retired_at IS NULL
    GROUP BY product_id
    HAVING count(*) = 1`)
}
