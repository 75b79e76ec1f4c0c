import { EUROPEAN_UNION } from '../domain/tax/european-union.ts'
import { tableWith } from '../rules/tax-rules.ts'
import type { StoredTaxes } from '../store/tax-settings.ts'
import { defaultTaxes } from './default-taxes.ts'

/** Settings as the contract answers them, with the rates that hold on a day. */
export function settingsView(
  stored: { readonly settings: StoredTaxes; readonly updated_at: string } | null,
  day: string,
) {
  const settings = stored?.settings ?? defaultTaxes
  const own = new Set(settings.own_rates.map((one) => one.country))
  const table = [...tableWith(settings.own_rates)].flatMap(([country, periods]) => {
    const period = periods.find((one) => one.from <= day)
    if (period === undefined) return []
    const rates = Object.entries(period.rates).map(([level, rate_bp]) => ({ level, rate_bp }))
    return [
      {
        country,
        own: own.has(country),
        in_european_union: EUROPEAN_UNION.has(country),
        from: period.from,
        rates: rates.sort((left, right) => right.rate_bp - left.rate_bp),
        territories: [...period.territories].map(([name, rate_bp]) => ({ name, rate_bp })),
      },
    ]
  })
  table.sort((left, right) => (left.country < right.country ? -1 : 1))
  return { ...settings, updated_at: stored?.updated_at ?? null, table }
}
