import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import {
  type CountedRow,
  promotionColumns,
  type PromotionFields,
  type PromotionRow,
} from './promotion-row.ts'

type Status = 'off' | 'scheduled' | 'running' | 'ended'

export type PromotionFilter = {
  readonly status: Status | null
  readonly q: string | null
  readonly now: Date
}

/** Promotions that are switched on and were not over before a moment. */
export async function findInForce(db: Queryable, notOverBefore: Date): Promise<PromotionRow[]> {
  return await db.many<PromotionRow>(sql`
    SELECT ${promotionColumns} FROM pricing.promotions p
    WHERE p.active AND (p.ends_at IS NULL OR p.ends_at > ${notOverBefore})
    ORDER BY p.position, p.id`)
}

const counted = sql`SELECT ${promotionColumns}, coalesce(c.coupons, 0) AS coupons, coalesce(c.uses, 0) AS uses
  FROM pricing.promotions p
  LEFT JOIN LATERAL (
    SELECT count(*) AS coupons, sum(uses) AS uses FROM pricing.coupons WHERE promotion_id = p.id
  ) c ON true`

/** One page of promotions, in their order. */
export async function findPromotions(
  db: Queryable,
  filter: PromotionFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<CountedRow[]> {
  return await db.many<CountedRow>(sql`
    ${counted} WHERE ${conditions(filter)} ORDER BY p.position, p.id LIMIT ${limit} OFFSET ${offset}`)
}

export async function countPromotions(db: Queryable, filter: PromotionFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM pricing.promotions p WHERE ${conditions(filter)}`,
  )
  return total
}

function conditions({ status, q, now }: PromotionFilter): Sql {
  return sql`(${q}::text IS NULL OR position(lower(${q}::text) IN lower(p.name)) > 0)
    AND (${status}::text IS NULL OR ${status}::text = CASE
      WHEN NOT p.active THEN 'off' WHEN p.ends_at <= ${now} THEN 'ended'
      WHEN p.starts_at > ${now} THEN 'scheduled' ELSE 'running' END)`
}

/** A promotion; null when there is none. */
export async function findPromotion(db: Queryable, id: string): Promise<CountedRow | null> {
  return await db.maybe<CountedRow>(sql`${counted} WHERE p.id = ${id}`)
}

/** A promotion, locked until the transaction ends; null when there is none. */
export async function lockPromotion(tx: Tx, id: string): Promise<CountedRow | null> {
  return await tx.maybe<CountedRow>(sql`${counted} WHERE p.id = ${id} FOR UPDATE OF p`)
}

/** Adds a promotion behind all others. */
export async function insertPromotion(
  tx: Tx,
  id: string,
  { name, note, active, starts_at, ends_at, needs_coupon, rule }: PromotionFields,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO pricing.promotions (id, name, note, active, position, starts_at, ends_at, needs_coupon, rule,
      created_at, updated_at)
    SELECT ${id}, ${name}, ${note}, ${active}, coalesce(max(position) + 1, 0), ${starts_at}, ${ends_at}, ${needs_coupon},
      ${JSON.stringify(rule)}::jsonb, ${now}, ${now}
    FROM pricing.promotions`)
}

/** Replaces what a promotion says. */
export async function updatePromotionRow(
  tx: Tx,
  id: string,
  { name, note, active, starts_at, ends_at, needs_coupon, rule }: PromotionFields,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE pricing.promotions SET name = ${name}, note = ${note}, active = ${active}, starts_at = ${starts_at},
      ends_at = ${ends_at}, needs_coupon = ${needs_coupon}, rule = ${JSON.stringify(rule)}::jsonb, updated_at = ${now}
    WHERE id = ${id}`)
}

export async function setActive(tx: Tx, id: string, active: boolean, now: Date): Promise<void> {
  await tx.run(sql`UPDATE pricing.promotions SET active = ${active}, updated_at = ${now} WHERE id = ${id}`)
}

/** Numbers all promotions anew: the named ones first, in their order. Answers all ids in the order before and after. */
export async function renumberPromotions(
  tx: Tx,
  ids: readonly string[],
): Promise<{ readonly before: readonly string[]; readonly after: readonly string[] }> {
  const rows = await tx.many<{ id: string }>(
    sql`SELECT id FROM pricing.promotions ORDER BY position, id FOR UPDATE`,
  )
  const before = rows.map(({ id }) => id)
  const known = new Set(before)
  const first = [...new Set(ids)].filter((id) => known.has(id))
  const named = new Set(first)
  const after = [...first, ...before.filter((id) => !named.has(id))]
  await tx.run(sql`
    UPDATE pricing.promotions p SET position = n.position
    FROM (SELECT id, ordinality::int - 1 AS position FROM unnest(${after}::uuid[]) WITH ORDINALITY AS u (id)) n
    WHERE p.id = n.id AND p.position <> n.position`)
  return { before, after }
}
