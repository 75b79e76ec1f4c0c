import type { PublicClient } from '@rampart/client/public-client.ts'

type ListInput = Parameters<PublicClient['search']['searchProducts']>[0]

const PAGE_SIZE = 24
export const sorts = ['relevance', 'newest', '-rating', 'price', '-price', 'name'] as const
type SortName = (typeof sorts)[number]

const amount = /^\d{1,9}([.,]\d{1,4})?$/

/** A number that somebody typed, with a point; undefined where it is none. */
export function readAmount(text: string | null): string | undefined {
  const trimmed = text?.trim() ?? ''
  return amount.test(trimmed) ? trimmed.replace(',', '.') : undefined
}

function readPage(text: string | null): number {
  const page = Number(text ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** The rating that products must have at least; null: any. */
export function readRating(text: string | null): number | null {
  const rating = Number(text)
  return Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : null
}

/** `from.<key>` and `to.<key>`, two fields of a form, as the one filter `key:from..to`. */
function readRanges(params: URLSearchParams): string[] {
  const keys = new Set(
    [...params.keys()].map((name) => /^(?:from|to)\.(.+)$/.exec(name)?.[1]).filter((key) => key),
  )
  return [...keys].flatMap((key) => {
    const from = readAmount(params.get(`from.${key}`)) ?? ''
    const to = readAmount(params.get(`to.${key}`)) ?? ''
    return from || to ? [`${key}:${from}..${to}`] : []
  })
}

/** Reads a list's address into the question for the search. What makes no sense is left out, not refused. */
export function readListQuery(params: URLSearchParams, category?: string): ListInput {
  const brand = params.getAll('brand').filter(Boolean)
  const filter = [...params.getAll('filter').filter((entry) => entry.includes(':')), ...readRanges(params)]
  const sort = params.get('sort')
  const q = params.get('q')?.trim().slice(0, 200)
  const priceMin = readAmount(params.get('price_min'))
  const priceMax = readAmount(params.get('price_max'))
  const rating = readRating(params.get('rating_min'))
  const wantedCategory = category ?? params.get('category')
  return {
    page: readPage(params.get('page')),
    page_size: PAGE_SIZE,
    ...(wantedCategory ? { category: wantedCategory } : {}),
    ...(q ? { q } : {}),
    ...(brand.length > 0 ? { brand: brand.slice(0, 50) } : {}),
    ...(priceMin ? { price_min: priceMin } : {}),
    ...(priceMax ? { price_max: priceMax } : {}),
    ...(params.get('in_stock') === 'true' ? { in_stock: 'true' as const } : {}),
    ...(rating === null ? {} : { rating_min: rating }),
    ...(filter.length > 0 ? { filter: filter.slice(0, 30) } : {}),
    ...(sorts.includes(sort as SortName) ? { sort: sort as SortName } : {}),
  }
}
