import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import { type AttributeFilter, readFilters } from './domain/filters.ts'
import { type SearchWords, searchWords } from './domain/search-words.ts'

type ListInput = ParsedInputOf<Catalog, 'listProducts'>

/** What a shopper asked for, checked. */
export type ProductQuery = {
  readonly category: string | undefined
  /** null: no text was given. 'nothing': a text without a single letter or digit, which nothing matches. */
  readonly words: SearchWords | 'nothing' | null
  readonly brands: readonly string[]
  readonly price: { readonly min: number | null; readonly max: number | null } | null
  readonly inStock: boolean
  readonly attributes: readonly AttributeFilter[]
}

/** Reads what is asked for. Null when a filter or a price cannot be read. */
export function readProductQuery(input: ListInput, currency: string): ProductQuery | null {
  const attributes = readFilters(listOf(input.filter))
  const min = input.price_min === undefined ? undefined : minorFrom(input.price_min, currency)
  const max = input.price_max === undefined ? undefined : minorFrom(input.price_max, currency)
  if (attributes === null || min === null || max === null) return null
  const q = input.q ?? ''
  return {
    category: input.category,
    words: q === '' ? null : (searchWords(q) ?? 'nothing'),
    brands: listOf(input.brand),
    price: min === undefined && max === undefined ? null : { min: min ?? null, max: max ?? null },
    inStock: input.in_stock === true,
    attributes,
  }
}

/** Whether only a category, or nothing, was asked for. */
export function isPlainList(query: ProductQuery): boolean {
  const { words, brands, price, inStock, attributes } = query
  return words === null && brands.length === 0 && price === null && !inStock && attributes.length === 0
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
