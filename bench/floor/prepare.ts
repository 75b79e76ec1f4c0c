import type { Db } from '../../platform/db/db.ts'
import { sql } from '../../platform/db/sql.ts'

/** The floor's table: as many rows as the catalogue has products, in 50 categories. */
export async function prepareFloor(db: Db): Promise<void> {
  await db.run(sql`CREATE SCHEMA IF NOT EXISTS bench_floor`)
  await db.run(sql`DROP TABLE IF EXISTS bench_floor.product, bench_floor.commits`)
  await db.run(sql`
    CREATE TABLE bench_floor.product (id int PRIMARY KEY, category_id int, slug text, name text, price int, currency text, image text)`)
  await db.run(sql`
    INSERT INTO bench_floor.product
    SELECT n, 1 + n % 50, 'product-' || n, 'Product number ' || n, 1000 + n, 'USD', '/images/product-' || n || '.webp'
    FROM generate_series(1, 19406) AS n`)
  await db.run(sql`CREATE INDEX ON bench_floor.product (category_id, id)`)
  await db.run(
    sql`CREATE TABLE bench_floor.commits (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)`,
  )
  await db.run(sql`ANALYZE bench_floor.product`)
}
