import type { CouponRow } from '../store/coupons.ts'

/** A coupon as the contract answers it. */
export function couponView(row: CouponRow) {
  const { id, promotion_id, code, active, uses, max_uses, max_uses_per_person, created_at } = row
  return { id, promotion_id, code, active, uses, max_uses, max_uses_per_person, created_at }
}
