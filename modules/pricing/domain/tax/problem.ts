import type { RateTable } from './rules.ts'

type Settings = {
  readonly home: string
  readonly countries: readonly string[]
  readonly classes: readonly {
    readonly code: string
    readonly exceptions: readonly { readonly country: string }[]
    readonly product_ids: readonly string[]
    readonly category_ids: readonly string[]
  }[]
  readonly default_class: string
  readonly shipping_class: string | null
  readonly own_rates: readonly {
    readonly country: string
    readonly rates: readonly { readonly level: string }[]
  }[]
}

type Problem = { readonly path: string; readonly message: string }

/** What in tax settings cannot be, with its place; null when a cart can be taxed by them wherever it goes. */
export function taxProblem(settings: Settings, table: RateTable): Problem | null {
  const { home, countries, classes, default_class, shipping_class, own_rates } = settings
  const codes = classes.map((one) => one.code)
  const missing = [home, ...countries].find((country) => !table.has(country))
  if (missing !== undefined)
    return { path: 'countries', message: `There are no rates for ${missing}. Give them as own rates.` }
  if (twice(codes)) return { path: 'classes', message: 'Two classes have one code.' }
  if (!codes.includes(default_class)) return { path: 'default_class', message: 'There is no such class.' }
  if (shipping_class !== null && !codes.includes(shipping_class))
    return { path: 'shipping_class', message: 'There is no such class.' }
  const things = classes.flatMap((one) => [...one.product_ids, ...one.category_ids])
  if (twice(things)) return { path: 'classes', message: 'A product or a category is in two classes.' }
  if (classes.some((one) => twice(one.exceptions.map((exception) => exception.country))))
    return { path: 'classes', message: 'A class has two exceptions for one country.' }
  if (twice(own_rates.map((one) => one.country)))
    return { path: 'own_rates', message: 'A country has own rates twice.' }
  if (own_rates.some((one) => !one.rates.some((rate) => rate.level === 'standard')))
    return { path: 'own_rates', message: 'Own rates need one for the level standard.' }
  return null
}

function twice(values: readonly string[]): boolean {
  return new Set(values).size < values.length
}
