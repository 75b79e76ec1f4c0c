import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { columns, type ReviewRow } from './review-row.ts'

/** Everything a customer has written. */
export async function findAllOf(db: Queryable, customerId: string): Promise<ReviewRow[]> {
  return db.many<ReviewRow>(sql`
    SELECT ${columns} FROM reviews.reviews r WHERE r.customer_id = ${customerId} ORDER BY r.created_at, r.id`)
}

/** Which reviews a customer found helpful, and what they reported. */
export async function findOpinionsOf(db: Queryable, customerId: string) {
  const [votes, reports] = await Promise.all([
    db.many<{ review_id: string; voted_at: string }>(sql`
      SELECT review_id, voted_at FROM reviews.votes WHERE customer_id = ${customerId} ORDER BY voted_at, review_id`),
    db.many<{ review_id: string; reason: string; note: string; reported_at: string }>(sql`
      SELECT review_id, reason, note, reported_at FROM reviews.reports
      WHERE customer_id = ${customerId} ORDER BY reported_at, review_id`),
  ])
  return { votes, reports }
}

/**
 * Removes what a customer has written, voted and reported, counts included. Answers the reviews that were published, in
 * the order of their products. Every row is locked in the order of its id, so that two who leave at once do not wait
 * for each other.
 */
export async function eraseCustomer(
  tx: Tx,
  customerId: string,
): Promise<{ product_id: string; rating: number }[]> {
  await tx.run(sql`
    SELECT FROM reviews.reviews r WHERE r.customer_id = ${customerId}
      OR r.id IN (SELECT review_id FROM reviews.votes WHERE customer_id = ${customerId})
      OR r.id IN (SELECT review_id FROM reviews.reports WHERE customer_id = ${customerId})
    ORDER BY r.id FOR UPDATE`)
  await tx.run(sql`
    WITH gone AS (DELETE FROM reviews.votes WHERE customer_id = ${customerId} RETURNING review_id)
    UPDATE reviews.reviews SET helpful_count = helpful_count - 1 WHERE id IN (SELECT review_id FROM gone)`)
  await tx.run(sql`
    WITH gone AS (DELETE FROM reviews.reports WHERE customer_id = ${customerId} RETURNING review_id)
    UPDATE reviews.reviews SET report_count = report_count - 1 WHERE id IN (SELECT review_id FROM gone)`)
  const rows = await tx.many<{ product_id: string; rating: number; status: string }>(sql`
    DELETE FROM reviews.reviews WHERE customer_id = ${customerId} RETURNING product_id, rating, status`)
  return rows
    .filter(({ status }) => status === 'published')
    .sort((a, b) => (a.product_id < b.product_id ? -1 : 1))
}
