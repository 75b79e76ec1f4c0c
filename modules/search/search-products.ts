import type { Search } from '@rampart/contracts/search.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { fewOrUnavailable } from '@rampart/platform/limits/few-at-once.ts'
import { meaningsOf } from './curation/meanings.ts'
import { pinnedOf } from './curation/pinned.ts'
import type { SearchDeps } from './deps.ts'
import { wordsOf } from './domain/words.ts'
import type { EngineQuery, SearchEngine, SortName } from './engine/search-engine.ts'
import { findFacets } from './find-facets.ts'
import { indexCache, together } from './index-cache.ts'
import { indexStanding } from './index-standing.ts'
import { readNarrowing } from './read-query.ts'
import { askedWords, understand } from './understand.ts'

const FACET_SECONDS = 10
const PAGE_SECONDS = 1
const COUNT_SECONDS = 5
const KEPT = 2_000

const NOTHING = { words: [], needed: 1 } as const

// A search reads thousands of rows. However many come at once, most connections stay free for those who buy; answers
// that are known already wait for nobody.
const inTurn = fewOrUnavailable(3, 200, 1)

/** Published products, one page, with facets, and with what was done to a question that would have found nothing. */
export const searchProducts = (deps: SearchDeps, engine: SearchEngine): Handler<Search, 'searchProducts'> => {
  const meanings = meaningsOf(deps.db)
  const standingAt = indexStanding(engine)
  const questions = indexCache(COUNT_SECONDS, KEPT)
  const pins = pinnedOf(deps.db)
  const facetCache = indexCache(FACET_SECONDS, KEPT)
  const pages = indexCache(PAGE_SECONDS, KEPT)
  const counts = indexCache(COUNT_SECONDS, KEPT)
  return async (input, context) => {
    const narrowing = readNarrowing(input, deps.settings.shop_currency)
    if (narrowing === null) throw context.fail('SEARCH_BAD_FILTER')
    const now = context.now()
    const { page, page_size, q = '' } = input
    const sort: SortName = input.sort ?? 'relevance'
    const window = { limit: page_size, offset: (page - 1) * page_size }
    const standing = await standingAt(now)
    const understood = q === '' ? null : await understandQuestion(q, standing, now)
    const pinned = q === '' || sort !== 'relevance' ? [] : (await pins(now))(wordsOf(q).join(' '))
    const text = q === '' ? null : (understood?.text ?? NOTHING)
    const query: EngineQuery = { ...narrowing, text, pinned }
    const key = JSON.stringify(query)
    const asked = askedWords(text)
    const [ids, facets] = await Promise.all([
      pages(JSON.stringify([key, sort, window]), now, standing, () =>
        inTurn(() => engine.page(query, sort, window, asked)),
      ),
      facetCache(key, now, standing, () =>
        inTurn(() => findFacets(engine, query, deps.settings.shop_currency)),
      ),
    ])
    const total = isLastPage(ids.length, window)
      ? window.offset + ids.length
      : await counts(key, now, standing, () => inTurn(() => engine.count(query)))
    const { items } =
      ids.length === 0 ? { items: [] } : await deps.clients.catalog.getCards(context, { product_ids: ids })
    return { items, page, page_size, total, facets, rescue: understood?.rescue ?? null }
  }

  async function understandQuestion(q: string, standing: string | null, now: Date) {
    const words = await meanings(now)
    return await questions(q, now, together(standing, words.standing), () =>
      inTurn(() => understand(engine, words, q)),
    )
  }
}

// A page that is not full ends the list, and tells its length without counting.
function isLastPage(found: number, { limit, offset }: { limit: number; offset: number }): boolean {
  return found < limit && (found > 0 || offset === 0)
}
