import type { Search } from '@rampart/contracts/search.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { findMeanings, type Meanings } from './curation/meanings.ts'
import type { SearchDeps } from './deps.ts'
import { wordsOf } from './domain/words.ts'
import { type EngineQuery, everything, type SearchEngine } from './engine/search-engine.ts'
import { findPinned } from './store/pins.ts'
import { askedWords, type Understood, understand, wordsAsked } from './understand.ts'

type ExplainedWord = RawOutputOf<Search, 'explainSearch'>['words'][number]

const SHOWN = 10

/** What the shop answers to a question, and why. Nothing of it is kept, so that what was just written already counts. */
export const explainSearch =
  (deps: SearchDeps, engine: SearchEngine): Handler<Search, 'explainSearch'> =>
  async ({ q }, context) => {
    const meanings = await findMeanings(deps.db)
    const understood = await understand(engine, meanings, q)
    if (understood === null) return { words: [], some_words: false, total: 0, items: [] }
    const pinned = await findPinned(deps.db, wordsOf(q).join(' '))
    const { text } = understood
    const query: EngineQuery = { ...everything, text, pinned }
    const first = { limit: SHOWN, offset: 0 }
    const ids = await engine.page(query, 'relevance', first, askedWords(text))
    const total = await engine.count(query)
    const { items } =
      ids.length === 0 ? { items: [] } : await deps.clients.catalog.getCards(context, { product_ids: ids })
    return {
      words: wordsAsked(q).map((word) => explainWord(word, understood, meanings)),
      some_words: understood.rescue?.some_words ?? false,
      total,
      items: items.map(({ id, name, slug }) => ({ id, name, slug, pinned: pinned.includes(id) })),
    }
  }

function explainWord(word: string, { text, rescue }: Understood, meanings: Meanings): ExplainedWord {
  if (rescue?.left_out.includes(word) === true) return { word, taken_as: null, also: [] }
  const taken_as = rescue?.corrected.find((one) => one.word === word)?.taken_as ?? word
  const terms = text.words.find((one) => one.word === taken_as)?.terms ?? []
  const synonyms = meanings(taken_as)
  return {
    word,
    taken_as,
    also: terms
      .filter(({ term }) => term !== taken_as)
      .map(({ term }) => ({ word: term, why: synonyms.includes(term) ? 'synonym' : 'beginning' })),
  }
}
