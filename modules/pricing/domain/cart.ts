import type { EnteredCoupon } from './coupons/standing.ts'
import type { Promotion } from './promotion.ts'
import type { TaxRules } from './tax/rules.ts'

/** A line with what promotions and taxes ask about its article. */
export type CartLine = {
  readonly variant_id: string
  readonly product_id: string
  /** Those of the product and all above them. */
  readonly category_ids: readonly string[]
  readonly seller_id: string | null
  readonly tax_class: string
  /** False for what no promotion may touch, such as a gift card. */
  readonly discountable: boolean
  readonly unit_price_minor: number
  readonly quantity: number
}

export type Cart = {
  readonly lines: readonly CartLine[]
  readonly currency: string
  /** Where it goes; null when nobody has said yet: then to the shop's own country. */
  readonly destination: { readonly country: string; readonly postal_code: string | null } | null
  /** What the chosen method costs. Its tax class; null when its tax is that of the goods, in their proportion. */
  readonly shipping: { readonly price_minor: number; readonly tax_class: string | null }
  /** What the buyer belongs to. */
  readonly segments: readonly string[]
  readonly coupons: readonly EnteredCoupon[]
  readonly moment: Date
}

/** What a shop prices by. */
export type Rules = { readonly promotions: readonly Promotion[]; readonly tax: TaxRules }
