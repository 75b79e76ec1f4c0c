import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type ModelFacts = {
  readonly id: string
  readonly trained_at: string
  /** Learnt from; the shop's own among them. */
  readonly baskets: number
  readonly own_baskets: number
  readonly buyers: number
  readonly products: number
  /** Looks at products that were learnt from. */
  readonly views: number
  readonly seconds: number
}

export type NeighbourRow = {
  readonly product_id: string
  readonly likely_ids: readonly string[]
  readonly likely_weights: readonly number[]
  readonly together_ids: readonly string[]
  readonly together_weights: readonly number[]
  readonly baskets: number
  /** The share of its buyers who came back for it. */
  readonly again: number
}

const ROWS_AT_ONCE = 200

/**
 * Writes a model and puts it in the place of the one before. That one stays until the next: an answer that began with it
 * ends with it. Older ones go with all that belongs to them.
 */
export async function replaceModel(tx: Tx, facts: ModelFacts, rows: readonly NeighbourRow[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.models (id, trained_at, baskets, own_baskets, buyers, products, views, seconds)
    VALUES (${facts.id}, ${facts.trained_at}, ${facts.baskets}, ${facts.own_baskets}, ${facts.buyers}, ${facts.products},
      ${facts.views}, ${facts.seconds})`)
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await insertNeighbours(tx, facts.id, rows.slice(from, from + ROWS_AT_ONCE))
  const before = await findModelId(tx)
  await tx.run(sql`
    INSERT INTO recommendations.current_model (model_id) VALUES (${facts.id})
    ON CONFLICT (one) DO UPDATE SET model_id = excluded.model_id`)
  await tx.run(
    sql`DELETE FROM recommendations.models WHERE id <> ${facts.id} AND id IS DISTINCT FROM ${before}`,
  )
}

async function insertNeighbours(tx: Tx, modelId: string, rows: readonly NeighbourRow[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.neighbours
      (model_id, product_id, likely_ids, likely_weights, together_ids, together_weights, baskets, again)
    SELECT ${modelId}, n.product_id,
      ARRAY(SELECT jsonb_array_elements_text(n.likely_ids)::uuid),
      ARRAY(SELECT jsonb_array_elements_text(n.likely_weights)::real),
      ARRAY(SELECT jsonb_array_elements_text(n.together_ids)::uuid),
      ARRAY(SELECT jsonb_array_elements_text(n.together_weights)::real), n.baskets, n.again
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (product_id uuid, likely_ids jsonb,
      likely_weights jsonb, together_ids jsonb, together_weights jsonb, baskets int, again real)`)
}

/** The model in force; null before the first one. */
export async function findModel(db: Queryable): Promise<ModelFacts | null> {
  return db.maybe<ModelFacts>(sql`
    SELECT m.id, m.trained_at, m.baskets, m.own_baskets, m.buyers, m.products, m.views, m.seconds
    FROM recommendations.current_model AS c JOIN recommendations.models AS m ON m.id = c.model_id`)
}

/** The model in force: whoever answers asks once, and then for what that one knows. */
export async function findModelId(db: Queryable): Promise<string | null> {
  const row = await db.maybe<{ model_id: string }>(sql`SELECT model_id FROM recommendations.current_model`)
  return row?.model_id ?? null
}

/** What a model knows of these products. */
export async function findNeighbours(
  db: Queryable,
  modelId: string | null,
  productIds: readonly string[],
): Promise<NeighbourRow[]> {
  if (modelId === null || productIds.length === 0) return []
  return db.many<NeighbourRow>(sql`
    SELECT product_id, likely_ids, likely_weights, together_ids, together_weights, baskets, again
    FROM recommendations.neighbours WHERE model_id = ${modelId} AND product_id = ANY(${productIds}::uuid[])`)
}

/** Those of the products that many of their buyers come back for. */
export async function findWantedAgain(
  db: Queryable,
  modelId: string | null,
  productIds: readonly string[],
  share: number,
): Promise<ReadonlySet<string>> {
  if (modelId === null || productIds.length === 0) return new Set()
  const rows = await db.many<{ product_id: string }>(sql`
    SELECT product_id FROM recommendations.neighbours
    WHERE model_id = ${modelId} AND product_id = ANY(${productIds}::uuid[]) AND again >= ${share}`)
  return new Set(rows.map(({ product_id }) => product_id))
}

/** Products that were in most baskets since ever. */
export async function findPopular(db: Queryable, modelId: string | null, most: number): Promise<string[]> {
  if (modelId === null) return []
  const rows = await db.many<{ product_id: string }>(sql`
    SELECT product_id FROM recommendations.neighbours WHERE model_id = ${modelId}
    ORDER BY baskets DESC, product_id LIMIT ${most}`)
  return rows.map(({ product_id }) => product_id)
}
