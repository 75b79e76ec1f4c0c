import type { Search } from '@rampart/contracts/search.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { fewOrUnavailable } from '@rampart/platform/limits/few-at-once.ts'
import { type Meanings, meaningsOf } from './curation/meanings.ts'
import type { SearchDeps } from './deps.ts'
import { wordsOf } from './domain/words.ts'
import { type EngineQuery, everything, type SearchEngine } from './engine/search-engine.ts'
import { categoryFinder } from './find-categories.ts'
import { indexCache, together } from './index-cache.ts'
import { indexStanding } from './index-standing.ts'
import { askedWords, type Rescue, understand } from './understand.ts'

const SECONDS = 10
const KEPT = 20_000
const QUERIES = 6
const CATEGORIES = 3
const PRODUCTS = 4
const MIN_LETTERS = 2

type Found = { readonly queries: string[]; readonly ids: string[]; readonly corrected: Rescue['corrected'] }

const inTurn = fewOrUnavailable(3, 100, 1)

/** What somebody who is still typing may mean. Nothing below two letters. */
export const suggest = (deps: SearchDeps, engine: SearchEngine): Handler<Search, 'suggest'> => {
  const meanings = meaningsOf(deps.db)
  const standingAt = indexStanding(engine)
  const kept = indexCache(SECONDS, KEPT)
  const findCategories = categoryFinder(deps)
  return async ({ q }, context) => {
    const now = context.now()
    const typed = wordsOf(q).join(' ')
    if (typed.length < MIN_LETTERS) return { queries: [], categories: [], products: [], corrected: [] }
    const words = await meanings(now)
    const standing = together(await standingAt(now), words.standing)
    const { queries, ids, corrected } = await kept(typed, now, standing, () =>
      inTurn(() => find(q, typed, words)),
    )
    const categories = await findCategories(context, q, CATEGORIES, now)
    const { items } =
      ids.length === 0 ? { items: [] } : await deps.clients.catalog.getCards(context, { product_ids: ids })
    return { queries, categories, products: items, corrected }
  }

  async function find(q: string, typed: string, words: Meanings): Promise<Found> {
    const queries = await engine.phrasesStarting(typed, QUERIES)
    const understood = await understand(engine, words, q)
    if (understood === null || understood.text.words.length === 0) return { queries, ids: [], corrected: [] }
    const { text, rescue } = understood
    const query: EngineQuery = { ...everything, text, pinned: [] }
    const ids = await engine.page(query, 'relevance', { limit: PRODUCTS, offset: 0 }, askedWords(text))
    const corrected = rescue?.corrected ?? []
    if (rescue === null || corrected.length === 0 || queries.length > 0) return { queries, ids, corrected }
    // Nothing begins like a slip of the pen: what was meant is offered instead.
    const meant = await engine.phrasesStarting(rescue.searched, QUERIES)
    return { queries: meant.length > 0 ? meant : [rescue.searched], ids, corrected }
  }
}
