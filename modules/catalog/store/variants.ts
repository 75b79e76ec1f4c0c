import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Product } from '../domain/product.ts'

/** Pieces of new variants that the stock shall be told of, by variant id. */
export type InitialQuantities = ReadonlyMap<string, number>

/** Writes the variants of these products and retires those that are no longer listed. */
export async function writeVariants(
  tx: Tx,
  products: readonly Product[],
  initial: InitialQuantities,
): Promise<void> {
  const records = products.flatMap((product) =>
    product.variants.map((variant, position) => ({
      id: variant.id,
      product_id: product.id,
      position,
      sku: variant.sku,
      options: variant.options,
      price_minor: variant.price_minor,
      compare_at_minor: variant.compare_at_minor,
      initial_quantity: initial.get(variant.id) ?? null,
    })),
  )
  const ids = products.map((product) => product.id)
  await tx.run(sql`
    UPDATE catalog.variants SET retired_at = now(), initial_quantity = NULL
    WHERE product_id = ANY(${ids}::uuid[]) AND retired_at IS NULL AND id <> ALL(${records.map(({ id }) => id)}::uuid[])`)
  await tx.run(sql`
    INSERT INTO catalog.variants (id, product_id, position, sku, options, price_minor, compare_at_minor, initial_quantity)
    SELECT id, product_id, position, sku, options, price_minor, compare_at_minor, initial_quantity
    FROM json_to_recordset(${JSON.stringify(records)}::json)
      AS r (id uuid, product_id uuid, position integer, sku text, options jsonb, price_minor bigint,
        compare_at_minor bigint, initial_quantity integer)
    ON CONFLICT (id) DO UPDATE SET (position, sku, options, price_minor, compare_at_minor)
      = (excluded.position, excluded.sku, excluded.options, excluded.price_minor, excluded.compare_at_minor)`)
  await writeOtherPrices(tx, products)
}

async function writeOtherPrices(tx: Tx, products: readonly Product[]): Promise<void> {
  const records = products.flatMap(({ variants }) =>
    variants.flatMap(({ id, prices }) =>
      prices.map(({ currency, price_minor, compare_at_minor }) => ({
        variant_id: id,
        currency,
        price_minor,
        compare_at_minor,
      })),
    ),
  )
  await tx.run(sql`
    DELETE FROM catalog.variant_prices AS o USING catalog.variants AS v
    WHERE v.product_id = ANY(${products.map(({ id }) => id)}::uuid[]) AND o.variant_id = v.id AND NOT EXISTS (
      SELECT FROM json_to_recordset(${JSON.stringify(records)}::json) AS r (variant_id uuid, currency text)
      WHERE r.variant_id = o.variant_id AND r.currency = o.currency)`)
  if (records.length === 0) return
  await tx.run(sql`
    INSERT INTO catalog.variant_prices (variant_id, currency, price_minor, compare_at_minor)
    SELECT variant_id, currency, price_minor, compare_at_minor
    FROM json_to_recordset(${JSON.stringify(records)}::json)
      AS r (variant_id uuid, currency text, price_minor bigint, compare_at_minor bigint)
    ON CONFLICT (variant_id, currency) DO UPDATE SET (price_minor, compare_at_minor)
      = (excluded.price_minor, excluded.compare_at_minor)`)
}

/** Variants of a product that are not retired, in their order. Only their ids; none when it is not the owner's. */
export async function findVariantIds(
  db: Queryable,
  productId: string,
  owner: string | null,
): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    SELECT v.id FROM catalog.variants AS v JOIN catalog.products AS p ON p.id = v.product_id
    WHERE v.product_id = ${productId} AND v.retired_at IS NULL
      AND (${owner}::uuid IS NULL OR p.seller_id = ${owner})
    ORDER BY v.position`)
  return rows.map((row) => row.id)
}

export type UntoldQuantity = { variant_id: string; on_hand: number }

/** Pieces that the stock has not been told of, oldest variants first; of these variants when they are named. */
export async function findUntold(
  db: Queryable,
  ids: readonly string[] | null,
  limit: number,
): Promise<UntoldQuantity[]> {
  return db.many<UntoldQuantity>(sql`
    SELECT id AS variant_id, initial_quantity AS on_hand
    FROM catalog.variants
    WHERE initial_quantity IS NOT NULL AND (${ids}::uuid[] IS NULL OR id = ANY(${ids}::uuid[]))
    ORDER BY id
    LIMIT ${limit}`)
}
