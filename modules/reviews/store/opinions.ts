import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

type Opinion = { readonly review_id: string; readonly customer_id: string; readonly now: Date }

/** Adds somebody's vote to a locked review. Counts only what the database took: one each. */
export async function addVote(tx: Tx, { review_id, customer_id, now }: Opinion): Promise<number> {
  const { helpful_count } = await tx.one<{ helpful_count: number }>(sql`
    WITH added AS (
      INSERT INTO reviews.votes (review_id, customer_id, voted_at) VALUES (${review_id}, ${customer_id}, ${now})
      ON CONFLICT (review_id, customer_id) DO NOTHING RETURNING 1
    )
    UPDATE reviews.reviews SET helpful_count = helpful_count + (SELECT count(*) FROM added)
    WHERE id = ${review_id} RETURNING helpful_count`)
  return helpful_count
}

/** Takes somebody's vote back, if there is one. */
export async function takeVoteBack(tx: Tx, { review_id, customer_id }: Opinion): Promise<number> {
  const { helpful_count } = await tx.one<{ helpful_count: number }>(sql`
    WITH gone AS (
      DELETE FROM reviews.votes WHERE review_id = ${review_id} AND customer_id = ${customer_id} RETURNING 1
    )
    UPDATE reviews.reviews SET helpful_count = helpful_count - (SELECT count(*) FROM gone)
    WHERE id = ${review_id} RETURNING helpful_count`)
  return helpful_count
}

/** Notes what somebody reports about a locked review; a second report of theirs replaces the first. */
export async function noteReport(
  tx: Tx,
  { review_id, customer_id, now }: Opinion,
  reason: string,
  note: string,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO reviews.reports (review_id, customer_id, reason, note, reported_at)
    VALUES (${review_id}, ${customer_id}, ${reason}, ${note}, ${now})
    ON CONFLICT (review_id, customer_id) DO UPDATE SET (reason, note, reported_at)
      = (excluded.reason, excluded.note, excluded.reported_at)`)
  await tx.run(sql`
    UPDATE reviews.reviews SET report_count = (SELECT count(*) FROM reviews.reports WHERE review_id = ${review_id})
    WHERE id = ${review_id}`)
}
