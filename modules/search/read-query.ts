import type { Search } from '@rampart/contracts/search.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import { readFilters } from './domain/filters.ts'
import type { Narrowing } from './engine/search-engine.ts'

type SearchInput = ParsedInputOf<Search, 'searchProducts'>

/** What the result is narrowed by. Null when a filter or a price cannot be read. */
export function readNarrowing(input: SearchInput, currency: string): Narrowing | null {
  const attributes = readFilters(listOf(input.filter))
  const min = input.price_min === undefined ? undefined : minorFrom(input.price_min, currency)
  const max = input.price_max === undefined ? undefined : minorFrom(input.price_max, currency)
  if (attributes === null || min === null || max === null) return null
  return {
    category: readCategory(input.category),
    brands: listOf(input.brand),
    price: min === undefined && max === undefined ? null : { min: min ?? null, max: max ?? null },
    inStock: input.in_stock === true,
    ratingMin: input.rating_min ?? null,
    attributes,
  }
}

// Ids and addresses are stored in lower case.
function readCategory(category: string | undefined): string | undefined {
  return category === undefined || category === '' ? undefined : category.toLowerCase()
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
