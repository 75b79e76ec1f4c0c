import { accountsRows } from './ownership/accounts.ts'
import { catalogueRows } from './ownership/catalogue.ts'
import { pricingRows } from './ownership/pricing.ts'
import { sellingRows } from './ownership/selling.ts'
import type { OwnershipRow } from './ownership/things.ts'

/**
 * Whose things operations reach, written by hand: a row for each public operation that takes an id, with every id that
 * its path and its body have, and for each that lists, with `items`. A new one does not pass its test before somebody
 * has thought about its row.
 */
export const ownershipMatrix: Readonly<Record<string, OwnershipRow>> = {
  ...accountsRows,
  ...catalogueRows,
  ...sellingRows,
  ...pricingRows,
}
