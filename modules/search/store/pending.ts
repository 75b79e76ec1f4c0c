import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type Pending = { readonly product_id: string; readonly seq: number }

/** Notes that the entries of these products are out of date. */
export async function addPending(tx: Tx, productIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO search.pending (product_id)
    SELECT DISTINCT product_id FROM unnest(${productIds}::uuid[]) AS r (product_id) ORDER BY product_id
    ON CONFLICT (product_id) DO UPDATE
      SET seq = nextval(pg_get_serial_sequence('search.pending', 'seq')), failed_at = NULL`)
}

/** The products that wait longest; of those that failed, those that did so before a moment. */
export async function findPending(db: Queryable, limit: number, triedBefore: Date): Promise<Pending[]> {
  return await db.many<Pending>(sql`
    SELECT product_id, seq FROM search.pending WHERE failed_at IS NULL OR failed_at <= ${triedBefore}
    ORDER BY seq LIMIT ${limit}`)
}

/** Notes that a product cannot be taken in as it is, unless it changed meanwhile. */
export async function markFailed(db: Queryable, { product_id, seq }: Pending, now: Date): Promise<void> {
  await db.run(sql`
    UPDATE search.pending SET failed_at = ${now} WHERE product_id = ${product_id} AND seq = ${seq}`)
}

/** How many wait, counted up to `limit`. */
export async function countPending(db: Queryable, limit: number): Promise<number> {
  const row = await db.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM (SELECT FROM search.pending LIMIT ${limit}) AS few`)
  return row.total
}

/** Takes these off the list, unless they changed since they were read. Answers those taken. */
export async function takePending(tx: Tx, read: readonly Pending[]): Promise<string[]> {
  const rows = await tx.many<{ product_id: string }>(sql`
    DELETE FROM search.pending AS p
    USING unnest(${read.map((row) => row.product_id)}::uuid[], ${read.map((row) => row.seq)}::bigint[])
      AS r (product_id, seq)
    WHERE p.product_id = r.product_id AND p.seq = r.seq
    RETURNING p.product_id`)
  return rows.map((row) => row.product_id)
}

/** Remembers for the index that is being built that it may have missed these. */
export async function addTouched(tx: Tx, productIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO search.touched (product_id) SELECT unnest(${productIds}::uuid[]) ON CONFLICT DO NOTHING`)
}
