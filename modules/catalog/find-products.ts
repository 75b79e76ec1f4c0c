import { type ShortCache, shortCache } from '@rampart/platform/cache/short-cache.ts'
import { fewOrUnavailable } from '@rampart/platform/limits/few-at-once.ts'
import type { CatalogDeps } from './deps.ts'
import { isPlainList, type ProductQuery } from './product-query.ts'
import { type CardView, nameSeller, type StoredCard } from './product-view.ts'
import { listPage } from './store/list-page.ts'
import { countMatching, matchingPage, type MatchingSort } from './store/matching-page.ts'

type Window = { readonly page: number; readonly page_size: number; readonly sort?: MatchingSort | undefined }

export type FoundProducts = { items: CardView[]; page: number; page_size: number; total: number }

const PAGE_SECONDS = 1
const PAGES_KEPT = 300
const COUNT_SECONDS = 5
const COUNTS_KEPT = 500

/**
 * Runs a search in its turn: a search reads thousands of rows, and however many come at once, most connections stay
 * free for those who buy.
 */
export const inTurn = fewOrUnavailable(3, 100, 1)

/** Pages of plain lists, kept for a second at most, and no longer than nothing is written in this process. */
export function listPages(): ShortCache {
  return shortCache(PAGE_SECONDS, PAGES_KEPT)
}

/**
 * Finds one page of products. A whole category reads its kept count; what is filtered is counted, at most every
 * five seconds for the same question.
 */
export function findProducts(deps: CatalogDeps, pages: ShortCache) {
  const counts = shortCache(COUNT_SECONDS, COUNTS_KEPT)
  return async (
    query: ProductQuery,
    { page, page_size, sort }: Window,
    now: Date,
  ): Promise<FoundProducts> => {
    const window = { limit: page_size, offset: (page - 1) * page_size }
    if (isPlainList(query)) {
      const order = sort === undefined || sort === 'relevance' ? 'newest' : sort
      const key = JSON.stringify([query.category, order, page, page_size])
      const found = await pages(key, now, async () => {
        const { items, total } = await listPage(deps.db, query.category, order, window)
        return { items: await nameSellers(deps, items, now), total }
      })
      return { ...found, page, page_size }
    }
    const cards = await matchingPage(deps.db, query, sort ?? 'relevance', window)
    const items = await nameSellers(deps, cards, now)
    if (isLastPage(items.length, window))
      return { items, page, page_size, total: window.offset + items.length }
    const total = await counts(JSON.stringify(query), now, () => countMatching(deps.db, query))
    return { items, page, page_size, total }
  }
}

async function nameSellers(deps: CatalogDeps, cards: readonly StoredCard[], now: Date): Promise<CardView[]> {
  const names = await deps.sellerNames(cards, now)
  return cards.map((card) => nameSeller(card, names))
}

// A page that is not full ends the list, and tells its length without counting.
function isLastPage(found: number, { limit, offset }: { limit: number; offset: number }): boolean {
  return found < limit && (found > 0 || offset === 0)
}
