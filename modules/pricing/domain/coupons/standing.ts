/** A coupon with how often it was used. Null limits are none. */
export type Coupon = {
  readonly promotion_id: string
  readonly uses: number
  readonly max_uses: number | null
  /** By the buyer, as the note on pricing says who that is. */
  readonly uses_by_person: number
  readonly max_uses_per_person: number | null
}

/** A code that the buyer has typed, as `couponCode` writes it, and the coupon behind it. */
export type EnteredCoupon = { readonly code: string; readonly coupon: Coupon | null }

export type CouponRefusal = 'coupon_unknown' | 'coupon_used_up' | 'coupon_used_by_you'

/**
 * Why a coupon does not count any more, as far as can be told beforehand: the counter decides when the order is placed.
 * Null when it does.
 */
export function couponRefusal({ coupon }: EnteredCoupon): CouponRefusal | null {
  if (coupon === null) return 'coupon_unknown'
  if (coupon.max_uses !== null && coupon.uses >= coupon.max_uses) return 'coupon_used_up'
  const { uses_by_person: uses, max_uses_per_person: most } = coupon
  return most !== null && uses >= most ? 'coupon_used_by_you' : null
}
