import type { Queryable } from '@rampart/platform/db/db.ts'
import { slipsAllowed } from '../domain/edit-distance.ts'
import { nearestOf } from '../domain/nearest-word.ts'
import { type AskedWords, rank } from '../domain/rank.ts'
import { attributeCoverage, attributeFacets, brandAndPriceFacets } from '../store/facets.ts'
import { bestCandidates, countFound, countScored, sortedPage } from '../store/page.ts'
import { findStanding } from '../store/standing.ts'
import { findKnownWords, findPhrasesStarting, findSimilarWords, findWordsStarting } from '../store/words.ts'
import type { EngineQuery, SearchEngine, SortName, Window } from './search-engine.ts'

/** Products whose order gets a second look; what comes behind them stays in the order of the first. */
export const RANKED = 200
const SIMILAR = 60

/** The index in the schema `search`. */
export function postgresEngine(db: Queryable): SearchEngine {
  return {
    standing: () => findStanding(db),
    knownWords: (words) => findKnownWords(db, words),
    wordsStarting: (start, limit) => findWordsStarting(db, start, limit),
    nearestWord: (word) => nearestWord(db, word),
    countByText: (text, limit) => countScored(db, text, limit),
    page: (query, sort, window, asked) => page(db, query, sort, window, asked),
    count: (query) => countFound(db, query),
    brandAndPrice: (query) => brandAndPriceFacets(db, query),
    attributeCoverage: (query) => attributeCoverage(db, query),
    attributeFacets: (query, texts, numbers) => attributeFacets(db, query, texts, numbers),
    phrasesStarting: (start, limit) => findPhrasesStarting(db, start, limit),
  }
}

async function page(
  db: Queryable,
  query: EngineQuery,
  sort: SortName,
  window: Window,
  asked: AskedWords,
): Promise<string[]> {
  if (query.text === null || sort !== 'relevance' || window.offset >= RANKED)
    return await sortedPage(db, query, sort, window)
  const end = window.offset + window.limit
  const phrase = asked.map(({ word }) => word).join(' ')
  const found = await bestCandidates(db, query, phrase, Math.max(RANKED, end))
  const pinned = found.filter((candidate) => candidate.pinned).map(({ product_id }) => product_id)
  const others = found.filter((candidate) => !candidate.pinned)
  const looked = others.slice(0, RANKED - pinned.length)
  const rest = others.slice(looked.length).map(({ product_id }) => product_id)
  return [...pinned, ...rank(looked, asked), ...rest].slice(window.offset, end)
}

async function nearestWord(db: Queryable, word: string): Promise<string | null> {
  if (slipsAllowed(word) === 0) return null
  const similar = await findSimilarWords(db, word, SIMILAR)
  const known = await findKnownWords(
    db,
    similar.map(({ term }) => term),
  )
  return nearestOf(
    word,
    similar.filter(({ term }) => known.has(term)),
  )
}
