import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { CountLine } from '../domain/read-counts.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'

/**
 * Writes a stock take with what each line finds: the variant of its SKU, among the owner's where there is one, and what
 * the stock says lies there. A count of nothing where pieces are owed is no difference.
 */
export async function insertStockTake(
  tx: Tx,
  take: {
    readonly id: string
    readonly name: string
    readonly location_id: string
    readonly owner: string | null
    readonly created_by: string
    readonly now: Date
  },
  lines: readonly CountLine[],
): Promise<void> {
  await tx.run(sql`
    INSERT INTO inventory.stock_takes (id, name, location_id, owner_id, status, lines, differing, problems,
      created_by, created_at)
    VALUES (${take.id}, ${take.name}, ${take.location_id}, ${take.owner}, 'checked', ${lines.length}, 0, 0,
      ${take.created_by}, ${take.now})`)
  await tx.run(sql`
    WITH given AS MATERIALIZED (
      SELECT line, sku, counted, row_number() OVER (PARTITION BY sku ORDER BY line) AS turn
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS given (line integer, sku text, counted integer)
    ),
    known AS MATERIALIZED (
      SELECT label.sku, count(*) AS variants, min(label.variant_id::text)::uuid AS variant_id
      FROM inventory.labels label
      WHERE label.sku IN (SELECT sku FROM given) AND (${take.owner}::uuid IS NULL OR label.seller_id = ${take.owner})
      GROUP BY label.sku
    ),
    found AS (
      SELECT given.line, given.sku, given.counted, known.variant_id,
        CASE WHEN given.sku = '' THEN 'sku_missing' WHEN given.counted IS NULL THEN 'count_unclear'
          WHEN known.variant_id IS NULL THEN 'sku_unknown'
          WHEN given.turn > 1 OR known.variants > 1 THEN 'sku_twice' END AS problem,
        CASE WHEN ${take.location_id} = ${MAIN_LOCATION}::text THEN level.on_hand - level.elsewhere
          ELSE coalesce(place.on_hand, 0) END AS expected
      FROM given
      LEFT JOIN known ON known.sku = given.sku
      LEFT JOIN inventory.levels level ON level.variant_id = known.variant_id
      LEFT JOIN inventory.location_levels place
        ON place.variant_id = known.variant_id AND place.location_id = ${take.location_id}::uuid
    ),
    judged AS (
      SELECT *, CASE WHEN problem IS NULL
        THEN CASE WHEN counted = 0 THEN least(expected, 0) ELSE counted END - expected END AS difference
      FROM found
    )
    INSERT INTO inventory.stock_take_lines (stock_take_id, line, sku, variant_id, counted, expected, difference,
      status, problem)
    SELECT ${take.id}::uuid, line, sku, variant_id, counted, CASE WHEN problem IS NULL THEN expected END, difference,
      CASE WHEN problem IS NOT NULL THEN 'problem' WHEN difference = 0 THEN 'same' ELSE 'differs' END, problem
    FROM judged`)
  await tx.run(sql`
    UPDATE inventory.stock_takes take SET differing = tally.differing, problems = tally.problems
    FROM (
      SELECT count(*) FILTER (WHERE status = 'differs') AS differing,
        count(*) FILTER (WHERE status = 'problem') AS problems
      FROM inventory.stock_take_lines WHERE stock_take_id = ${take.id}
    ) tally
    WHERE take.id = ${take.id}`)
}
