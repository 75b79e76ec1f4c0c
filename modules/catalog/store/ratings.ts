import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type HeardRating = {
  readonly product_id: string
  readonly count: number
  readonly average: number | null
  readonly version: number
}

/** Takes over a product's rating, where it is newer than the one known. Its card follows by a trigger. */
export async function hearRating(
  tx: Tx,
  { product_id, count, average, version }: HeardRating,
): Promise<void> {
  await tx.run(sql`
    UPDATE catalog.products
    SET rating_count = ${count}, rating_average = ${average}, rating_version = ${version}
    WHERE id = ${product_id} AND rating_version < ${version}`)
}
