import type { LevelRates, RatePeriod, RateTable } from './rules.ts'

/** `data/eu-vat-rates.json`, version 4. Rates are in percent. */
export type PublishedRates = {
  readonly items: Readonly<
    Record<
      string,
      readonly {
        readonly effective_from: string
        readonly rates: Readonly<Record<string, number>>
        /** `postcode` is a pattern: those of `TERRITORIES`. */
        readonly exceptions?: readonly {
          readonly name: string
          readonly postcode: string
          readonly standard: number
        }[]
      }[]
    >
  >
}

/** The published rates in hundredths of a percent, the newest first. */
export function readVatRates(published: PublishedRates): RateTable {
  return new Map(
    Object.entries(published.items).map(([country, periods]) => [
      country,
      periods
        .map((period): RatePeriod => ({
          from: period.effective_from,
          rates: inHundredths(period.rates),
          territories: new Map(
            (period.exceptions ?? []).map((one) => [one.name, hundredths(one.standard)] as const),
          ),
        }))
        .sort((left, right) => (left.from < right.from ? 1 : -1)),
    ]),
  )
}

function inHundredths(rates: Readonly<Record<string, number>>): LevelRates {
  return Object.fromEntries(Object.entries(rates).map(([level, percent]) => [level, hundredths(percent)]))
}

// 19.6 × 100 is not quite 1960.
function hundredths(percent: number): number {
  return Math.round(percent * 100)
}
