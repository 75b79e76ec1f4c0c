import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Keeps a preview link of a product that is locked, by the hash of its token. */
export async function insertPreview(
  tx: Tx,
  preview: { readonly tokenHash: Buffer; readonly productId: string; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO catalog.previews (token_hash, product_id, expires_at, created_at)
    VALUES (${preview.tokenHash}, ${preview.productId}, ${preview.expiresAt}, ${now})`)
}

/** Ends all preview links of a product that is locked. Answers how many there were. */
export async function deletePreviews(tx: Tx, productId: string): Promise<number> {
  return tx.run(sql`DELETE FROM catalog.previews WHERE product_id = ${productId}`)
}

/**
 * Ends the links of those of these products that change hands or leave the shop. To be called before they are written:
 * whoever made a link for the former seller, or for what was put away, meant that and not what it becomes.
 */
export async function endPreviews(
  tx: Tx,
  products: readonly { readonly id: string; readonly status: string; readonly seller_id: string | null }[],
): Promise<void> {
  const given = products.map(({ id, status, seller_id }) => ({ id, status, seller_id }))
  await tx.run(sql`
    DELETE FROM catalog.previews AS v
    USING json_to_recordset(${JSON.stringify(given)}::json) AS r (id uuid, status text, seller_id uuid)
      JOIN catalog.products AS p ON p.id = r.id
    WHERE v.product_id = r.id AND (r.status = 'archived' OR p.seller_id IS DISTINCT FROM r.seller_id)`)
}

/** Whose preview a link is, as long as it holds and the product is not archived; else null. */
export async function findPreview(
  db: Queryable,
  tokenHash: Buffer,
  now: Date,
): Promise<{ readonly product_id: string; readonly expires_at: string } | null> {
  return db.maybe(sql`
    SELECT v.product_id, v.expires_at
    FROM catalog.previews AS v JOIN catalog.products AS p ON p.id = v.product_id
    WHERE v.token_hash = ${tokenHash} AND v.expires_at > ${now} AND p.status <> 'archived'`)
}

/** Forgets links that have ended by themselves. */
export async function deleteExpiredPreviews(db: Queryable, now: Date): Promise<void> {
  await db.run(sql`DELETE FROM catalog.previews WHERE expires_at <= ${now}`)
}
