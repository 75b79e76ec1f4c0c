import type { Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Words } from '../domain/words.ts'
import { columns, type ReviewRow } from './review-row.ts'

export type NewReview = {
  readonly id: string
  readonly product_id: string
  readonly customer_id: string
  readonly words: Words
  readonly verified: boolean
  readonly now: Date
}

/** Adds a review. Null when the customer has written one of this product: the database lets nobody have two. */
export async function insertReview(tx: Tx, review: NewReview): Promise<ReviewRow | null> {
  const { words, now } = review
  return tx.maybe<ReviewRow>(sql`
    INSERT INTO reviews.reviews AS r (id, product_id, customer_id, author_name, rating, title, text, verified, created_at,
      updated_at)
    VALUES (${review.id}, ${review.product_id}, ${review.customer_id}, ${words.author_name}, ${words.rating},
      ${words.title}, ${words.text}, ${review.verified}, ${now}, ${now})
    ON CONFLICT ON CONSTRAINT reviews_one_each DO NOTHING
    RETURNING ${columns}`)
}

/** A review within a caller's reach, locked until the transaction ends. */
export async function lockReview(tx: Tx, id: string, reach: Sql): Promise<ReviewRow | null> {
  return tx.maybe<ReviewRow>(sql`
    SELECT ${columns} FROM reviews.reviews r WHERE r.id = ${id} AND ${reach} FOR UPDATE`)
}

/** Replaces the words of a locked review: it is pending again, and nobody has found the new words helpful yet. */
export async function rewriteReview(
  tx: Tx,
  id: string,
  words: Words,
  verified: boolean,
  now: Date,
): Promise<ReviewRow> {
  await tx.run(sql`DELETE FROM reviews.votes WHERE review_id = ${id}`)
  return tx.one<ReviewRow>(sql`
    UPDATE reviews.reviews r SET rating = ${words.rating}, title = ${words.title}, text = ${words.text},
      author_name = ${words.author_name}, verified = ${verified}, status = 'pending', rejected_reason = NULL,
      helpful_count = 0, version = r.version + 1, updated_at = ${now}
    WHERE r.id = ${id}
    RETURNING ${columns}`)
}

/** Puts a locked review in front of the moderators again, as another version: something was added to it. */
export async function awaitModerator(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE reviews.reviews SET status = 'pending', rejected_reason = NULL, version = version + 1, updated_at = ${now}
    WHERE id = ${id}`)
}

/** Decides about a locked review. What was reported about it is settled. */
export async function decideReview(
  tx: Tx,
  id: string,
  status: 'published' | 'rejected',
  reason: string | null,
  verified: boolean,
): Promise<ReviewRow> {
  await tx.run(sql`DELETE FROM reviews.reports WHERE review_id = ${id}`)
  return tx.one<ReviewRow>(sql`
    UPDATE reviews.reviews r SET status = ${status}, rejected_reason = ${reason}, report_count = 0,
      verified = ${verified}
    WHERE r.id = ${id}
    RETURNING ${columns}`)
}

/** Answers a review within reach; null takes the answer away. Null when there is no such review. */
export async function writeReply(
  tx: Tx,
  id: string,
  reach: Sql,
  reply: string | null,
  now: Date,
): Promise<ReviewRow | null> {
  return tx.maybe<ReviewRow>(sql`
    UPDATE reviews.reviews r SET reply = ${reply}, replied_at = ${reply === null ? null : now}::timestamptz
    WHERE r.id = ${id} AND ${reach}
    RETURNING ${columns}`)
}

/** Removes a locked review with the votes and reports about it. */
export async function removeReview(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM reviews.reviews WHERE id = ${id}`)
}
