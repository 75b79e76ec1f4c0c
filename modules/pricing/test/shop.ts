import { readFileSync } from 'node:fs'
import type { Cart, CartLine } from '../domain/cart.ts'
import type { EnteredCoupon } from '../domain/coupons/standing.ts'
import { priceCart } from '../domain/price-cart.ts'
import type { Action, Gain, Promotion } from '../domain/promotion.ts'
import type { Scope } from '../domain/scope.ts'
import { EUROPEAN_UNION } from '../domain/tax/european-union.ts'
import { readVatRates, type PublishedRates } from '../domain/tax/read-vat-rates.ts'
import type { TaxRules } from '../domain/tax/rules.ts'

export const published = JSON.parse(
  readFileSync(new URL('../data/eu-vat-rates.json', import.meta.url), 'utf8'),
) as PublishedRates

/** A shop in Germany that sells books and bread beside the rest, at prices with tax. */
export const tax: TaxRules = {
  prices: 'inclusive',
  home: 'DE',
  rates_of: 'destination',
  countries: EUROPEAN_UNION,
  classes: new Map([
    ['standard', { level: 'standard', in_countries: new Map() }],
    ['books', { level: 'reduced', in_countries: new Map<string, string | number>([['FR', 'reduced1'], ['IE', 'zero']]) }],
    ['bread', { level: 'reduced', in_countries: new Map<string, string | number>([['DE', 700], ['LU', 'super_reduced']]) }],
    ['outside', { level: 'zero', in_countries: new Map() }],
  ]),
  table: readVatRates(published),
} // prettier-ignore

export const exclusive: TaxRules = { ...tax, prices: 'exclusive' }

const nothing = { variants: new Set<string>(), products: new Set<string>(), categories: new Set<string>() }
export const everything: Scope = { ...nothing, sellers: new Set<string>(), except: nothing }

/** The articles of categories. */
export function ofCategories(...categories: string[]): Scope {
  return { ...everything, categories: new Set(categories) }
}

/** One piece of something at 10.00. */
export function line(variant: string, given: Partial<CartLine> = {}): CartLine {
  return {
    ...{ variant_id: variant, product_id: `product of ${variant}`, category_ids: [], seller_id: null },
    ...{ tax_class: 'standard', discountable: true, unit_price_minor: 1_000, quantity: 1 },
    ...given,
  }
}

export function cart(lines: readonly CartLine[], given: Partial<Cart> = {}): Cart {
  return {
    ...{ lines, currency: 'EUR', destination: null, segments: [], coupons: [] },
    shipping: { price_minor: 0, tax_class: 'standard' },
    moment: new Date('2026-11-02T12:00:00.000Z'),
    ...given,
  }
}

let made = 0

export function promotion(action: Action, given: Partial<Promotion> = {}): Promotion {
  made += 1
  return {
    ...{ id: `promotion ${String(made).padStart(9, '0')}`, position: made, starts_at: null, ends_at: null },
    ...{ segments: [], needs_coupon: false, stacking: 'with_others', scope: everything },
    minimum: { pieces: 0, value: null },
    action,
    ...given,
  }
}

export function percent(percent: number, atMost?: number): Gain {
  return {
    ...{ kind: 'percentage', percent_bp: percent * 100 },
    at_most: atMost === undefined ? null : { EUR: atMost },
  }
}

export function off(amount: number, per: 'order' | 'piece' = 'order'): Gain {
  return { kind: 'amount', amount: { EUR: amount }, per }
}

/** A coupon nobody has used. */
export function coupon(
  code: string,
  opens: Promotion | null,
  used: Partial<EnteredCoupon['coupon']> = {},
): EnteredCoupon {
  const fresh = { uses: 0, max_uses: null, uses_by_person: 0, max_uses_per_person: null }
  return { code, coupon: opens === null ? null : { promotion_id: opens.id, ...fresh, ...used } }
}

export function price(
  lines: readonly CartLine[],
  promotions: readonly Promotion[],
  given: Partial<Cart> = {},
  rules = tax,
) {
  return priceCart(cart(lines, given), { promotions, tax: rules })
}
