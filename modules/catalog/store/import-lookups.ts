import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** The products that have these SKUs, by SKU. */
export async function productsBySku(tx: Tx, skus: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.many<{ sku: string; product_id: string }>(sql`
    SELECT sku, product_id FROM catalog.variants WHERE sku = ANY(${skus}::text[]) AND retired_at IS NULL`)
  return new Map(rows.map((row) => [row.sku, row.product_id]))
}
