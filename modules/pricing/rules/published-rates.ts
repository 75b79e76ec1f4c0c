import type { RateTable } from '../domain/tax/rules.ts'
import { readVatRates } from '../domain/tax/read-vat-rates.ts'
import published from '../data/eu-vat-rates.json' with { type: 'json' }

/** The rates that come with the shop. */
export const publishedRates: RateTable = readVatRates(published)
