import type { LevelRates, TaxClass, TaxRules } from './rules.ts'
import { territoryOf } from './territories.ts'

type Place = { readonly country: string; readonly postal_code: string | null }

/**
 * The rate for a class of article that goes somewhere, in hundredths of a percent. `day` is YYYY-MM-DD. Throws for a class, or a
 * country where tax is owed, that the rules do not know.
 */
export function rateFor(rules: TaxRules, destination: Place | null, taxClass: string, day: string): number {
  const place = destination ?? { country: rules.home, postal_code: null }
  const known = rules.classes.get(taxClass)
  if (known === undefined) throw new Error(`There is no tax class ${taxClass}.`)
  if (!rules.countries.has(place.country)) return 0
  const name = territoryOf(place.country, place.postal_code)
  const territory = name === null ? undefined : periodIn(rules, place.country, day).territories.get(name)
  if (territory === 0) return 0
  if (rules.rates_of === 'home') return rateIn(periodIn(rules, rules.home, day).rates, known, rules.home)
  const { rates } = periodIn(rules, place.country, day)
  const rate = rateIn(rates, known, place.country)
  if (territory === undefined) return rate
  // What is published for territories is their standard rate alone.
  return rate === rates['standard'] ? territory : Math.min(rate, territory)
}

function periodIn(rules: TaxRules, country: string, day: string) {
  const period = rules.table.get(country)?.find((one) => one.from <= day)
  if (period === undefined) throw new Error(`There are no tax rates for ${country} on ${day}.`)
  return period
}

function rateIn(rates: LevelRates, taxClass: TaxClass, country: string): number {
  const level = taxClass.in_countries.get(country) ?? taxClass.level
  if (typeof level === 'number') return level
  return level === 'zero' ? 0 : levelRate(rates, level)
}

// Where a country has two reduced rates, or none such, the higher one: nobody owes what was not collected.
function levelRate(rates: LevelRates, level: string): number {
  const exact = rates[level]
  if (exact !== undefined) return exact
  const reduced = [rates['reduced1'], rates['reduced2']].filter((rate) => rate !== undefined)
  if (level === 'reduced' && reduced.length > 0) return Math.max(...reduced)
  const { standard } = rates
  if (standard === undefined) throw new Error('A country has no standard rate.')
  return standard
}
