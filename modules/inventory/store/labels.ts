import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type ProductLabels = {
  readonly product_id: string
  readonly product_name: string
  readonly variants: readonly {
    readonly variant_id: string
    readonly sku: string
    readonly options: Readonly<Record<string, string>>
  }[]
  readonly changed_at: string
}

/**
 * Learns what a product's variants are called, and gives new ones a level of nothing so that they are listed.
 * Older news than what is known changes nothing. Variants that the product lost keep their label: their pieces
 * are still on the shelf.
 */
export async function learnLabels(db: Queryable, product: ProductLabels): Promise<void> {
  await db.run(sql`
    WITH given AS MATERIALIZED (
      SELECT variant_id, sku, options
      FROM jsonb_to_recordset(${JSON.stringify(product.variants)}::jsonb) AS v (variant_id uuid, sku text, options jsonb)
    ),
    listed AS (
      INSERT INTO inventory.levels (variant_id, updated_at)
      SELECT variant_id, ${product.changed_at}::timestamptz FROM given ORDER BY variant_id
      ON CONFLICT (variant_id) DO NOTHING
    )
    INSERT INTO inventory.labels (variant_id, product_id, product_name, sku, options, changed_at)
    SELECT variant_id, ${product.product_id}::uuid, ${product.product_name}, sku, options, ${product.changed_at}::timestamptz
    FROM given ORDER BY variant_id
    ON CONFLICT (variant_id) DO UPDATE
    SET product_id = excluded.product_id, product_name = excluded.product_name, sku = excluded.sku,
      options = excluded.options, changed_at = excluded.changed_at
    WHERE labels.changed_at <= excluded.changed_at`)
}
