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
  readonly seconds: number
}

export type NeighbourRow = {
  readonly product_id: string
  readonly likely_ids: readonly string[]
  readonly likely_weights: readonly number[]
  readonly together_ids: readonly string[]
  readonly together_weights: readonly number[]
  readonly baskets: number
}

const ROWS_AT_ONCE = 200

/** Writes a model and puts it in the place of the one before, which goes with all that belongs to it. */
export async function replaceModel(tx: Tx, facts: ModelFacts, rows: readonly NeighbourRow[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.models (id, trained_at, baskets, own_baskets, buyers, products, seconds)
    VALUES (${facts.id}, ${facts.trained_at}, ${facts.baskets}, ${facts.own_baskets}, ${facts.buyers}, ${facts.products}, ${facts.seconds})`)
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await insertNeighbours(tx, facts.id, rows.slice(from, from + ROWS_AT_ONCE))
  await tx.run(sql`
    INSERT INTO recommendations.current_model (model_id) VALUES (${facts.id})
    ON CONFLICT (one) DO UPDATE SET model_id = excluded.model_id`)
  await tx.run(sql`DELETE FROM recommendations.models WHERE id <> ${facts.id}`)
}

async function insertNeighbours(tx: Tx, modelId: string, rows: readonly NeighbourRow[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.neighbours
      (model_id, product_id, likely_ids, likely_weights, together_ids, together_weights, baskets)
    SELECT ${modelId}, n.product_id,
      ARRAY(SELECT jsonb_array_elements_text(n.likely_ids)::uuid),
      ARRAY(SELECT jsonb_array_elements_text(n.likely_weights)::real),
      ARRAY(SELECT jsonb_array_elements_text(n.together_ids)::uuid),
      ARRAY(SELECT jsonb_array_elements_text(n.together_weights)::real), n.baskets
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (product_id uuid, likely_ids jsonb,
      likely_weights jsonb, together_ids jsonb, together_weights jsonb, baskets int)`)
}

/** The model in force; null before the first one. */
export async function findModel(db: Queryable): Promise<ModelFacts | null> {
  return db.maybe<ModelFacts>(sql`
    SELECT m.id, m.trained_at, m.baskets, m.own_baskets, m.buyers, m.products, m.seconds
    FROM recommendations.current_model AS c JOIN recommendations.models AS m ON m.id = c.model_id`)
}

/** What the model in force knows of these products. */
export async function findNeighbours(db: Queryable, productIds: readonly string[]): Promise<NeighbourRow[]> {
  return db.many<NeighbourRow>(sql`
    SELECT n.product_id, n.likely_ids, n.likely_weights, n.together_ids, n.together_weights, n.baskets
    FROM recommendations.current_model AS c JOIN recommendations.neighbours AS n ON n.model_id = c.model_id
    WHERE n.product_id = ANY(${productIds}::uuid[])`)
}

/** Products that were in most baskets since ever. */
export async function findPopular(db: Queryable, most: number): Promise<string[]> {
  const rows = await db.many<{ product_id: string }>(sql`
    SELECT n.product_id
    FROM recommendations.current_model AS c JOIN recommendations.neighbours AS n ON n.model_id = c.model_id
    ORDER BY n.baskets DESC, n.product_id LIMIT ${most}`)
  return rows.map(({ product_id }) => product_id)
}
