import pg from 'pg'
import { clientConfig } from '../../platform/db/connection.ts'
import type { PgConnection } from '../../platform/db/db.ts'
import { basketsText, drawnBy } from '../baskets.ts'

/** What a shop of this size has gathered after some years. */
export const GATHERED = {
  movements: 1_000_000,
  movementsOfOne: 20_000,
  reviews: 200_000,
  pendingReviews: 20_000,
  reviewsOfOne: 5_000,
  pricesOfEach: 5,
  baskets: 100_000,
} as const

/**
 * Writes years of movements, prices, reviews and orders straight into the tables, the same ones in every run. Movements
 * come in pairs that take back each other, so that the ledger stays right; ratings are counted from the reviews.
 */
export async function furnish(connection: PgConnection): Promise<void> {
  // The shop's own connections end a statement after some seconds.
  const limits = { statement_timeout: 0, query_timeout: 0 }
  const db = new pg.Client({ ...clientConfig(connection, 'rampart bench'), ...limits })
  await db.connect()
  try {
    for (const text of [
      movementsText(),
      pricesText(),
      reviewsText(),
      ratingsText,
      basketsText(GATHERED.baskets),
    ])
      await db.query(text)
    // A shop of some years was vacuumed by itself; a new one would be measured in the middle of it.
    await db.query('VACUUM (ANALYZE)')
  } finally {
    await db.end()
  }
}

function movementsText(): string {
  const pairs = GATHERED.movements / 2
  return `
    WITH v AS MATERIALIZED (
      SELECT variant_id, row_number() OVER (ORDER BY variant_id) - 1 AS place FROM inventory.levels
    )
    INSERT INTO inventory.movements (variant_id, delta, reason, occurred_at)
    SELECT v.variant_id, moved.delta, moved.reason, now() - interval '2 years' * (${pairs} - pair) / ${pairs}
    FROM generate_series(1, ${pairs}) AS pair
      JOIN v ON v.place = CASE WHEN pair <= ${GATHERED.movementsOfOne / 2} THEN 0
        ELSE pair % (SELECT count(*) FROM v) END
      CROSS JOIN (VALUES (3, 'received'), (-3, 'sold')) AS moved (delta, reason)
    ORDER BY pair, moved.delta DESC`
}

function pricesText(): string {
  return `
    INSERT INTO catalog.price_history (variant_id, since, price_minor)
    SELECT v.id, date_trunc('day', now()) - interval '40 days' * n, greatest(0, v.price_minor + (n % 3 - 1) * 100)
    FROM catalog.variants AS v CROSS JOIN generate_series(1, ${GATHERED.pricesOfEach}) AS n
    ON CONFLICT DO NOTHING`
}

function reviewsText(): string {
  const { reviews, pendingReviews, reviewsOfOne } = GATHERED
  return `
    WITH p AS MATERIALIZED (
      SELECT id, row_number() OVER (ORDER BY id DESC) AS place FROM catalog.products
    ),
    known AS (
      INSERT INTO reviews.products (product_id) SELECT id FROM p ON CONFLICT DO NOTHING
    ),
    given AS MATERIALIZED (
      -- Some products have hundreds, most a few; the first has thousands.
      SELECT n, now() - interval '1 hour' * (n % 17000) AS at, CASE WHEN n <= ${reviewsOfOne} THEN 1
        ELSE 1 + floor((SELECT count(*) - 1 FROM p) * power(${drawnBy('review')}, 2))::bigint END AS place
      FROM generate_series(1, ${reviews}) AS n
    )
    INSERT INTO reviews.reviews (id, product_id, customer_id, author_name, rating, title, text, verified, status,
      helpful_count, report_count, created_at, updated_at)
    SELECT uuidv7(), p.id, md5('reader' || n)::uuid, 'Reader ' || n % 9000, 1 + (n * 7 % 11 + 4) % 5,
      'What I think of it, ' || n,
      'It came on time and does what it says. ' || repeat('After some weeks of use I can say a little more. ', n % 9),
      n % 3 <> 0,
      CASE WHEN n > ${reviews - pendingReviews} THEN 'pending' WHEN n % 50 = 0 THEN 'rejected' ELSE 'published' END,
      n % 17, CASE WHEN n % 400 = 0 THEN 1 + n % 5 ELSE 0 END, at, at
    FROM given JOIN p USING (place)`
}

const ratingsText = `
  UPDATE reviews.products AS p SET version = p.version + 1, stars = counted.stars
  FROM (
    SELECT product_id, ARRAY[count(*) FILTER (WHERE rating = 1), count(*) FILTER (WHERE rating = 2),
      count(*) FILTER (WHERE rating = 3), count(*) FILTER (WHERE rating = 4),
      count(*) FILTER (WHERE rating = 5)]::integer[] AS stars
    FROM reviews.reviews WHERE status = 'published' GROUP BY product_id
  ) AS counted
  WHERE counted.product_id = p.product_id`
