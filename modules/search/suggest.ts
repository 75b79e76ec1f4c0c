import type { Search } from '@rampart/contracts/search.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { failure } from '@rampart/platform/errors/app-error.ts'
import { meaningsOf } from './curation/meanings.ts'
import type { SearchDeps } from './deps.ts'
import { wordsOf } from './domain/words.ts'
import type { EngineQuery, SearchEngine } from './engine/search-engine.ts'
import { fewAtOnce } from './few-at-once.ts'
import { shortCache } from './short-cache.ts'
import { understand } from './understand.ts'

const SECONDS = 10
const KEPT = 1_000
const QUERIES = 6
const PRODUCTS = 4
const MIN_LETTERS = 2

const everything = {
  category: undefined,
  brands: [],
  price: null,
  inStock: false,
  ratingMin: null,
  attributes: [],
  pinned: [],
} as const

const suggesting = fewAtOnce(3, 100)

/** What somebody who is still typing may mean. Nothing below two letters. */
export const suggest = (deps: SearchDeps, engine: SearchEngine): Handler<Search, 'suggest'> => {
  const meanings = meaningsOf(deps.db)
  const kept = shortCache(SECONDS, KEPT)
  return async ({ q }, context) => {
    const now = context.now()
    const typed = wordsOf(q).join(' ')
    if (typed.length < MIN_LETTERS) return { queries: [], products: [] }
    const found = await suggesting(() =>
      kept(typed, now, async () => ({
        queries: await engine.phrasesStarting(typed, QUERIES),
        ids: await productsFor(q, now),
      })),
    )
    if (found === undefined) throw failure('UNAVAILABLE', { retryAfterSeconds: 1 })
    const { queries, ids } = found
    if (ids.length === 0) return { queries, products: [] }
    const { items } = await deps.clients.catalog.getCards(context, { product_ids: ids })
    return { queries, products: items }
  }

  async function productsFor(q: string, now: Date): Promise<string[]> {
    const understood = await understand(engine, await meanings(now), q)
    if (understood === null || understood.text.words.length === 0) return []
    const query: EngineQuery = { ...everything, text: understood.text }
    const asked = understood.text.words.map(({ word, terms }) => ({
      word,
      alternatives: terms.map(({ term }) => term),
    }))
    return await engine.page(query, 'relevance', { limit: PRODUCTS, offset: 0 }, asked)
  }
}
