import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type ProductLabels = {
  readonly product_id: string
  readonly product_name: string
  /** Absent: not told, so what is known stays. */
  readonly seller_id?: string | null | undefined
  readonly variants: readonly {
    readonly variant_id: string
    readonly sku: string
    readonly options: Readonly<Record<string, string>>
  }[]
}

/**
 * Learns what the variants of products are called, and gives new ones a level of nothing so that they are listed.
 * Older news than what is known changes nothing. Variants that a product lost keep their label: their pieces are
 * still on the shelf.
 */
export async function learnLabels(
  db: Queryable,
  products: readonly ProductLabels[],
  changedAt: string,
): Promise<void> {
  const labels = products.flatMap(({ variants, ...product }) =>
    variants.map((variant) => ({ ...product, ...variant, tells_seller: product.seller_id !== undefined })),
  )
  if (labels.length === 0) return
  await db.run(sql`
    WITH given AS MATERIALIZED (
      SELECT product_id, product_name, seller_id, tells_seller, variant_id, sku, options
      FROM jsonb_to_recordset(${JSON.stringify(labels)}::jsonb)
        AS label (product_id uuid, product_name text, seller_id uuid, tells_seller boolean, variant_id uuid, sku text, options jsonb)
    ),
    listed AS (
      INSERT INTO inventory.levels (variant_id, updated_at)
      SELECT variant_id, ${changedAt}::timestamptz FROM given ORDER BY variant_id
      ON CONFLICT (variant_id) DO NOTHING
    )
    INSERT INTO inventory.labels (variant_id, product_id, product_name, sku, options, seller_id, changed_at)
    SELECT variant_id, product_id, product_name, sku, options,
      CASE WHEN tells_seller THEN seller_id
        ELSE (SELECT known.seller_id FROM inventory.labels known WHERE known.variant_id = given.variant_id) END,
      ${changedAt}::timestamptz
    FROM given ORDER BY variant_id
    ON CONFLICT (variant_id) DO UPDATE
    SET product_id = excluded.product_id, product_name = excluded.product_name, sku = excluded.sku,
      options = excluded.options, seller_id = excluded.seller_id, changed_at = excluded.changed_at
    WHERE labels.changed_at <= excluded.changed_at`)
}

export type Label = {
  readonly product_id: string
  readonly product_name: string
  readonly sku: string
  readonly seller_id: string | null
}

/** What variants are called and whose they are; those that the catalogue never told of are left out. */
export async function findLabels(
  db: Queryable,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, Label>> {
  const rows = await db.many<Label & { variant_id: string }>(sql`
    SELECT variant_id, product_id, product_name, sku, seller_id FROM inventory.labels
    WHERE variant_id = ANY(${variantIds}::uuid[])`)
  return new Map(rows.map(({ variant_id, ...label }) => [variant_id, label]))
}
