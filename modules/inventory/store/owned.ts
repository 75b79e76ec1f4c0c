import { type Sql, sql } from '@rampart/platform/db/sql.ts'

/** That a variant is the owner's, as a condition; every variant is when there is none. `variant` is a column. */
export function isOwned(variant: Sql, owner: string | null): Sql {
  return sql`(${owner}::uuid IS NULL OR EXISTS (
    SELECT FROM inventory.labels own WHERE own.variant_id = ${variant} AND own.seller_id = ${owner}))`
}
