import type { Cart } from './cart.ts'
import { couponRefusal, type CouponRefusal } from './coupons/standing.ts'
import type { Member } from './cuts/gain.ts'
import { isInCurrency } from './in-currency.ts'
import type { Promotion } from './promotion.ts'

/** Why a promotion does nothing for a cart. */
export type Refusal =
  | CouponRefusal
  | 'coupon_needed'
  | 'not_started'
  | 'ended'
  | 'not_for_you'
  | 'not_in_currency'
  | 'not_in_cart'
  | 'minimum_not_reached'
  | 'not_combined'
  | 'nothing_left'

/** Whether a promotion applies before it is known what else does: null, or the first reason why not. */
export function refusalOf(promotion: Promotion, cart: Cart, members: readonly Member[]): Refusal | null {
  const { starts_at, ends_at, segments, minimum } = promotion
  if (starts_at !== null && cart.moment < starts_at) return 'not_started'
  if (ends_at !== null && cart.moment >= ends_at) return 'ended'
  if (segments.length > 0 && !segments.some((segment) => cart.segments.includes(segment)))
    return 'not_for_you'
  const coupon = couponFor(promotion, cart)
  if (coupon?.refusal != null) return coupon.refusal
  if (promotion.needs_coupon && coupon === null) return 'coupon_needed'
  if (!isInCurrency(promotion, cart.currency)) return 'not_in_currency'
  if (members.length === 0) return 'not_in_cart'
  const pieces = members.reduce((sum, { article }) => sum + article.quantity, 0)
  const value = members.reduce((sum, { article }) => sum + article.list_minor, 0)
  const least = minimum.value === null ? 0 : (minimum.value[cart.currency] ?? Infinity)
  return pieces < minimum.pieces || value < least ? 'minimum_not_reached' : null
}

/** The entered coupon that opens a promotion: the first by its code that counts, else the first that does not and why. */
export function couponFor(
  promotion: Promotion,
  cart: Cart,
): { readonly code: string; readonly refusal: CouponRefusal | null } | null {
  if (!promotion.needs_coupon) return null
  const entered = cart.coupons
    .filter(({ coupon }) => coupon?.promotion_id === promotion.id)
    .map((one) => ({ code: one.code, refusal: couponRefusal(one) }))
    .sort((left, right) => (left.code < right.code ? -1 : 1))
  return entered.find((one) => one.refusal === null) ?? entered[0] ?? null
}
