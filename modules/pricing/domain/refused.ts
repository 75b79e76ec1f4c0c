import type { Cart } from './cart.ts'
import { couponRefusal, type EnteredCoupon } from './coupons/standing.ts'
import type { PricedCart } from './priced-cart.ts'
import type { Promotion } from './promotion.ts'
import type { Refusal } from './standing.ts'

type Refused = PricedCart['refused'][number]

/** Promotions and entered coupons that did nothing. `reasons` has one for each promotion that is not among the discounts. */
export function refusedOf(
  cart: Cart,
  promotions: readonly Promotion[],
  reasons: ReadonlyMap<string, Refusal>,
  discounts: PricedCart['discounts'],
): Refused[] {
  const applied = new Set(discounts.map((discount) => discount.promotion_id))
  const used = new Set(discounts.map((discount) => discount.coupon))
  const entered = new Map(cart.coupons.map((one) => [one.code, one] as const))
  const opened = new Set([...entered.values()].map(({ coupon }) => coupon?.promotion_id))
  const silent = promotions
    .filter(({ id }) => !applied.has(id) && !opened.has(id))
    .map(({ id }): Refused => ({ promotion_id: id, coupon: null, reason: reasons.get(id) ?? 'nothing_left' }))
  const codes = [...entered.values()]
    .filter(({ code }) => !used.has(code))
    .map((one): Refused => {
      const id = one.coupon?.promotion_id ?? null
      return { promotion_id: id, coupon: one.code, reason: reasonOf(one, { promotions, applied, reasons }) }
    })
  return [...codes, ...silent]
}

function reasonOf(
  entered: EnteredCoupon,
  known: {
    readonly promotions: readonly Promotion[]
    readonly applied: ReadonlySet<string>
    readonly reasons: ReadonlyMap<string, Refusal>
  },
): Refusal {
  const id = entered.coupon?.promotion_id
  if (id === undefined || !known.promotions.some((promotion) => promotion.id === id)) return 'coupon_unknown'
  const refusal = couponRefusal(entered)
  if (refusal !== null) return refusal
  // Another coupon has opened the same promotion.
  if (known.applied.has(id)) return 'not_combined'
  return known.reasons.get(id) ?? 'nothing_left'
}
