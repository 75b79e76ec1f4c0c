import { sql } from '@rampart/platform/db/sql.ts'
import type { StoredRule } from '../rules/stored-rule.ts'

export type PromotionFields = {
  readonly name: string
  readonly note: string
  readonly active: boolean
  readonly starts_at: string | null
  readonly ends_at: string | null
  readonly needs_coupon: boolean
  readonly rule: StoredRule
}

export type PromotionRow = PromotionFields & {
  readonly id: string
  readonly position: number
  readonly created_at: string
  readonly updated_at: string
}

/** A promotion with its codes counted. */
export type CountedRow = PromotionRow & { readonly coupons: number; readonly uses: number }

export const promotionColumns = sql`p.id, p.name, p.note, p.active, p.position, p.starts_at, p.ends_at, p.needs_coupon, p.rule,
  p.created_at, p.updated_at`
