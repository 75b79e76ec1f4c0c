import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type CouponRow = {
  readonly id: string
  readonly promotion_id: string
  readonly code: string
  readonly active: boolean
  readonly uses: number
  readonly max_uses: number | null
  readonly max_uses_per_person: number | null
  readonly created_at: string
}

type Limits = { readonly max_uses: number | null; readonly max_uses_per_person: number | null }

const columns = sql`id, promotion_id, code, active, uses, max_uses, max_uses_per_person, created_at`

/** Coupons by their codes as they are kept, with how often a person has used each. Those that are switched off are unknown. */
export async function findCoupons(
  db: Queryable,
  codes: readonly string[],
  person: Buffer | null,
): Promise<(CouponRow & { uses_by_person: number })[]> {
  return await db.many(sql`
    SELECT c.id, c.promotion_id, c.code, c.active, c.uses, c.max_uses, c.max_uses_per_person, c.created_at,
      coalesce(p.uses, 0) AS uses_by_person
    FROM pricing.coupons c LEFT JOIN pricing.coupon_persons p ON p.coupon_id = c.id AND p.person = ${person}
    WHERE c.code = ANY(${codes}::text[]) AND c.active`)
}

/** One page of a promotion's codes, the newest first. `beginning` is as codes are kept. */
export async function findCouponsOf(
  db: Queryable,
  promotionId: string,
  beginning: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<CouponRow[]> {
  return await db.many<CouponRow>(sql`
    SELECT ${columns} FROM pricing.coupons WHERE promotion_id = ${promotionId} AND starts_with(code, ${beginning})
    ORDER BY created_at DESC, id DESC LIMIT ${limit} OFFSET ${offset}`)
}

export async function countCouponsOf(db: Queryable, promotionId: string, beginning: string): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM pricing.coupons
    WHERE promotion_id = ${promotionId} AND starts_with(code, ${beginning})`)
  return total
}

/** Adds codes. Those that are there already are left out of the answer. */
export async function insertCoupons(
  tx: Tx,
  promotionId: string,
  coupons: readonly { readonly id: string; readonly code: string }[],
  limits: Limits,
  now: Date,
): Promise<string[]> {
  const rows = await tx.many<{ code: string }>(sql`
    INSERT INTO pricing.coupons (id, promotion_id, code, active, max_uses, max_uses_per_person, created_at)
    SELECT n.id, ${promotionId}, n.code, true, ${limits.max_uses}, ${limits.max_uses_per_person}, ${now}
    FROM json_to_recordset(${JSON.stringify(coupons)}::json) AS n (id uuid, code text)
    ON CONFLICT (code) DO NOTHING RETURNING code`)
  return rows.map(({ code }) => code)
}

export async function lockCoupon(tx: Tx, id: string): Promise<CouponRow | null> {
  return await tx.maybe<CouponRow>(sql`SELECT ${columns} FROM pricing.coupons WHERE id = ${id} FOR UPDATE`)
}

/** Sets limits. Below what was used already they say that nobody may use it any more. */
export async function updateCouponRow(
  tx: Tx,
  id: string,
  { active, max_uses, max_uses_per_person }: Limits & { readonly active: boolean },
): Promise<CouponRow> {
  return await tx.one<CouponRow>(sql`
    UPDATE pricing.coupons SET active = ${active}, max_uses = ${max_uses}, max_uses_per_person = ${max_uses_per_person}
    WHERE id = ${id} RETURNING ${columns}`)
}
