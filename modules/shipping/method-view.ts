import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { MethodRow } from './store/methods.ts'

/** A method as the contract answers it. */
export function methodView(row: MethodRow) {
  const { currency, price_minor, free_over_minor, countries, ...rest } = row
  return {
    ...rest,
    price: moneyOut(price_minor, currency),
    free_over: free_over_minor === null ? null : moneyOut(free_over_minor, currency),
    countries: [...countries],
  }
}
