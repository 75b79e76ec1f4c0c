import { EUROPEAN_UNION } from '../domain/tax/european-union.ts'
import type { StoredTaxes } from '../store/tax-settings.ts'

/** What the page of taxes begins with. Nothing is taxed before somebody has switched it on. */
export const defaultTaxes: StoredTaxes = {
  enabled: false,
  prices: 'inclusive',
  home: 'DE',
  rates_of: 'destination',
  countries: [...EUROPEAN_UNION].sort(),
  classes: [
    { code: 'standard', name: 'Standard rate', level: 'standard', exceptions: [], product_ids: [], category_ids: [] },
    { code: 'reduced', name: 'Reduced rate', level: 'reduced', exceptions: [], product_ids: [], category_ids: [] },
    { code: 'zero', name: 'Not taxed', level: 'zero', exceptions: [], product_ids: [], category_ids: [] },
  ],
  default_class: 'standard',
  shipping_class: null,
  own_rates: [],
} // prettier-ignore
