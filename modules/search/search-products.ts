import type { Search } from '@rampart/contracts/search.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { failure } from '@rampart/platform/errors/app-error.ts'
import { meaningsOf } from './curation/meanings.ts'
import type { SearchDeps } from './deps.ts'
import { wordsOf } from './domain/words.ts'
import type { EngineQuery, SearchEngine, SortName } from './engine/search-engine.ts'
import { fewAtOnce } from './few-at-once.ts'
import { findFacets } from './find-facets.ts'
import { readNarrowing } from './read-query.ts'
import { shortCache } from './short-cache.ts'
import { findPinned } from './store/pins.ts'
import { askedWords, understand } from './understand.ts'

const FACET_SECONDS = 10
const PAGE_SECONDS = 1
const COUNT_SECONDS = 5
const KEPT = 300

const NOTHING = { words: [], needed: 1 } as const

// A search reads thousands of rows. However many come at once, most connections stay free for those who buy.
const searching = fewAtOnce(3, 100)

/** Published products, one page, with facets, and with what was done to a question that would have found nothing. */
export const searchProducts = (deps: SearchDeps, engine: SearchEngine): Handler<Search, 'searchProducts'> => {
  const meanings = meaningsOf(deps.db)
  const questions = shortCache(COUNT_SECONDS, KEPT)
  const facetCache = shortCache(FACET_SECONDS, KEPT)
  const pages = shortCache(PAGE_SECONDS, KEPT)
  const counts = shortCache(COUNT_SECONDS, KEPT)
  return async (input, context) => {
    const narrowing = readNarrowing(input, deps.settings.shop_currency)
    if (narrowing === null) throw context.fail('SEARCH_BAD_FILTER')
    const now = context.now()
    const { page, page_size, q = '' } = input
    const sort: SortName = input.sort ?? 'relevance'
    const window = { limit: page_size, offset: (page - 1) * page_size }
    const found = await searching(async () => {
      const { understood, pinned } = await questions(`${sort}\n${q}`, now, () => ask(q, sort, now))
      const text = q === '' ? null : (understood?.text ?? NOTHING)
      const query: EngineQuery = { ...narrowing, text, pinned }
      const key = JSON.stringify(query)
      const asked = askedWords(text)
      const [ids, facets] = await Promise.all([
        pages(JSON.stringify([key, sort, window]), now, () => engine.page(query, sort, window, asked)),
        facetCache(key, now, () => findFacets(engine, query, deps.settings.shop_currency)),
      ])
      const total = isLastPage(ids.length, window)
        ? window.offset + ids.length
        : await counts(key, now, () => engine.count(query))
      return { ids, facets, total, rescue: understood?.rescue ?? null }
    })
    if (found === undefined) throw failure('UNAVAILABLE', { retryAfterSeconds: 1 })
    const { ids, ...answer } = found
    const { items } =
      ids.length === 0 ? { items: [] } : await deps.clients.catalog.getCards(context, { product_ids: ids })
    return { ...answer, items, page, page_size }
  }

  async function ask(q: string, sort: SortName, now: Date) {
    if (q === '') return { understood: null, pinned: [] }
    const understood = await understand(engine, await meanings(now), q)
    const pinned = sort === 'relevance' ? await findPinned(deps.db, wordsOf(q).join(' ')) : []
    return { understood, pinned }
  }
}

// A page that is not full ends the list, and tells its length without counting.
function isLastPage(found: number, { limit, offset }: { limit: number; offset: number }): boolean {
  return found < limit && (found > 0 || offset === 0)
}
