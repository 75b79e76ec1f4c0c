import type { TaxRules } from '../domain/tax/rules.ts'
import type { StoredTaxes } from '../store/tax-settings.ts'
import { publishedRates } from './published-rates.ts'

/** The taxes of a shop, and the class of an article that does not name one. */
export type ShopTaxes = {
  readonly rules: TaxRules
  readonly classOf: (article: {
    readonly tax_class: string | null
    readonly product_id: string
    readonly category_ids: readonly string[]
  }) => string
  /** Null: as the goods. */
  readonly shippingClass: string | null
}

const NONE = 'none'

/** A shop that has said nothing, or that has switched taxes off: every rate is 0. */
const untaxed: ShopTaxes = {
  rules: {
    prices: 'inclusive',
    home: 'ZZ',
    rates_of: 'home',
    countries: new Set(),
    classes: new Map([[NONE, { level: 'zero', in_countries: new Map() }]]),
    table: new Map(),
  },
  classOf: () => NONE,
  shippingClass: NONE,
}

/** Taxes from the stored settings; null is a shop without any. */
export function shopTaxes(stored: StoredTaxes | null): ShopTaxes {
  if (stored === null || !stored.enabled) return untaxed
  const { classes } = stored
  const products = new Map(classes.flatMap((one) => one.product_ids.map((id) => [id, one.code] as const)))
  const categories = new Map(classes.flatMap((one) => one.category_ids.map((id) => [id, one.code] as const)))
  const known = new Set(classes.map((one) => one.code))
  return {
    rules: {
      prices: stored.prices,
      home: stored.home,
      rates_of: stored.rates_of,
      countries: new Set(stored.countries),
      classes: new Map(
        classes.map(({ code, level, exceptions }) => [
          code,
          {
            level,
            in_countries: new Map(exceptions.map((one) => [one.country, one.rate_bp ?? one.level ?? level])),
          },
        ]),
      ),
      table: tableWith(stored.own_rates),
    },
    classOf: ({ tax_class, product_id, category_ids }) => {
      if (tax_class !== null && known.has(tax_class)) return tax_class
      const nearest = category_ids.find((id) => categories.has(id))
      return products.get(product_id) ?? categories.get(nearest ?? '') ?? stored.default_class
    },
    shippingClass: stored.shipping_class,
  }
}

/** The published rates with the shop's own in the place of theirs. */
export function tableWith(own: StoredTaxes['own_rates']): TaxRules['table'] {
  const table = new Map(publishedRates)
  for (const { country, rates } of own) {
    const levels = Object.fromEntries(rates.map(({ level, rate_bp }) => [level, rate_bp]))
    table.set(country, [{ from: '0000-01-01', rates: levels, territories: new Map() }])
  }
  return table
}
