import type { Explanation } from './explanation.ts'
import type { Refusal } from './standing.ts'
import type { Taxed } from './tax/tax-amount.ts'

/** A discount on one line. */
export type LineDiscount = {
  readonly promotion_id: string
  readonly coupon: string | null
  readonly amount_minor: number
  /** Less was left of the line than the promotion would have taken. */
  readonly limited: boolean
  readonly explanation: Explanation
}

/** Net, tax and total are what is left after the discounts, and add up: net + tax = total. */
export type PricedAmount = Taxed & {
  /** Before discounts, as prices are written: with or without tax. */
  readonly list_minor: number
  readonly discounts: readonly LineDiscount[]
  /** Their sum: list − discount is the total, or the net where prices are without tax. */
  readonly discount_minor: number
}

/** All pieces of one variant at one price. */
export type PricedLine = PricedAmount & {
  readonly variant_id: string
  readonly seller_id: string | null
  readonly unit_price_minor: number
  readonly quantity: number
  readonly tax_class: string
  readonly tax_rate_bp: number
}

/** A cart with what it costs and why. All amounts are minor units of its currency. */
export type PricedCart = {
  readonly currency: string
  /** In the order in which the cart named them first. */
  readonly lines: readonly PricedLine[]
  readonly shipping: PricedAmount
  /** What each promotion takes off in all, in the order in which they apply. */
  readonly discounts: readonly {
    readonly promotion_id: string
    readonly coupon: string | null
    readonly amount_minor: number
  }[]
  /** Promotions and coupons that do nothing here, and why. */
  readonly refused: readonly {
    readonly promotion_id: string | null
    readonly coupon: string | null
    readonly reason: Refusal
  }[]
  /** By rate, the highest first. The sums of the lines and the shipping. */
  readonly taxes: readonly {
    readonly rate_bp: number
    readonly net_minor: number
    readonly tax_minor: number
  }[]
  readonly totals: Taxed & {
    /** All lines, before discounts. What minimums and free shipping over a value look at. */
    readonly list_minor: number
    readonly discount_minor: number
    readonly shipping_minor: number
    readonly shipping_discount_minor: number
  }
}
