/** Hundredths of a percent by the name of the level: `standard`, `reduced`, `super_reduced` and others. */
export type LevelRates = Readonly<Record<string, number>>

/** What holds from a day on, until the next such day. */
export type RatePeriod = {
  /** YYYY-MM-DD. */
  readonly from: string
  readonly rates: LevelRates
  /** The standard rate of territories with one of their own. */
  readonly territories: ReadonlyMap<string, number>
}

/** By ISO 3166-1 code, the newest period first. */
export type RateTable = ReadonlyMap<string, readonly RatePeriod[]>

/** What kind of article it is to the tax office, such as `books`. */
export type TaxClass = {
  readonly level: string
  /** Where it is another level, or a rate in hundredths of a percent. */
  readonly in_countries: ReadonlyMap<string, string | number>
}

export type TaxRules = {
  /** Whether prices, shipping and amounts of promotions are with tax or without. */
  readonly prices: 'inclusive' | 'exclusive'
  /** The shop's own country. */
  readonly home: string
  /** Where the buyer is, as in the one-stop shop; or at home, below its threshold. */
  readonly rates_of: 'destination' | 'home'
  /** Where the shop owes tax. Elsewhere there is none. */
  readonly countries: ReadonlySet<string>
  readonly classes: ReadonlyMap<string, TaxClass>
  readonly table: RateTable
}
