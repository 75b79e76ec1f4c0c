import type { Queryable } from '@rampart/platform/db/db.ts'
import { type AskedWords, rank } from '../domain/rank.ts'
import { BEST, bestOf } from '../held/best.ts'
import { attributeCoverage, attributeFacets, brandAndPrice } from '../held/facets.ts'
import { type Held, type HeldIndex, heldIndex, keep } from '../held/held-index.ts'
import { countPassing, match, type Matched, unscored } from '../held/matched.ts'
import type { PostingList } from '../held/posting-lists.ts'
import { type Scored, scoreText } from '../held/score.ts'
import { findAttributeNames } from '../store/held.ts'
import type { EngineQuery, SearchEngine, UnderstoodText, Window } from './search-engine.ts'
import { RANKED } from './postgres-engine.ts'

/** Who asks on about words that were scored so many milliseconds ago is asking the same question still. */
const SAME_QUESTION_MS = 50

type Found = { readonly held: Held; readonly matched: Matched }

/** PostgreSQL's index, answered from what the process holds of it; `database` answers the rest, and while nothing is held. */
export function heldEngine(db: Queryable, database: SearchEngine): SearchEngine {
  const index = heldIndex(db)
  const names = new Map<string, string>()

  async function attributeNames(keys: readonly string[]): Promise<Record<string, string>> {
    const missing = keys.filter((key) => !names.has(key))
    if (missing.length > 0)
      for (const [key, name] of Object.entries(await findAttributeNames(db, missing))) names.set(key, name)
    return Object.fromEntries(keys.map((key) => [key, names.get(key) ?? key]))
  }

  async function nearestLiving({ words }: Held, word: string): Promise<string | null> {
    for (const near of words.near(word)) {
      const known = await index.withWords([near])
      if (known === null) return await database.nearestWord(word)
      if (isSomewhere(known.lists.get(near), known.held)) return near
    }
    return null
  }

  return {
    ...database,
    knownWords: async (words) => {
      const known = await index.withWords(words)
      if (known === null) return await database.knownWords(words)
      return new Set(words.filter((word) => isSomewhere(known.lists.get(word), known.held)))
    },
    wordsStarting: async (start, limit) => {
      const held = await index.now()
      return held?.words.starting(start, limit) ?? (await database.wordsStarting(start, limit))
    },
    nearestWord: async (word) => {
      const held = await index.now()
      if (held === null) return await database.nearestWord(word)
      return await keep(held, `near ${word}`, () => nearestLiving(held, word))
    },
    countByText: async (text, limit) => {
      const scored = await scoredBy(index, text)
      return scored === null ? await database.countByText(text, limit) : Math.min(scored.places.length, limit)
    },
    page: async (query, sort, window, asked) => {
      const deepest = Math.max(RANKED, window.offset + window.limit) + query.pinned.length
      if (query.text === null || sort !== 'relevance' || window.offset >= RANKED || deepest > BEST)
        return await database.page(query, sort, window, asked)
      const found = await find(index, query)
      return found === null
        ? await database.page(query, sort, window, asked)
        : await page(found, query, window, asked)
    },
    count: async (query) => {
      const found = await findAgain(index, query)
      return found === null ? await database.count(query) : countPassing(found.matched)
    },
    brandAndPrice: async (query) => {
      const found = await find(index, query)
      return found === null
        ? await database.brandAndPrice(query)
        : brandAndPrice(found.matched, found.held.documents)
    },
    attributeCoverage: async (query) => {
      const found = await findAgain(index, query)
      if (found === null) return await database.attributeCoverage(query)
      return attributeCoverage(sampleOf(found, query), found.held.documents)
    },
    attributeFacets: async (query, texts, numbers) => {
      const found = await findAgain(index, query)
      if (found === null) return await database.attributeFacets(query, texts, numbers)
      const counted = attributeFacets(found.matched, found.held.documents, texts, numbers)
      return { ...counted, names: await attributeNames([...texts, ...numbers]) }
    },
    phrasesStarting: async (start, limit) => {
      const held = await index.now()
      const phrases = held && (await index.phrases(held))
      return phrases?.(start, limit) ?? (await database.phrasesStarting(start, limit))
    },
  }
}

function isSomewhere(list: PostingList | undefined, { documents }: Held): boolean {
  return list?.places.some((place) => documents.alive[place] === 1) === true
}

async function scoredBy(index: HeldIndex, text: UnderstoodText): Promise<(Scored & { held: Held }) | null> {
  const last = index.last()
  const just = last?.scored.get(text)
  if (last !== null && just !== undefined && performance.now() - just.at < SAME_QUESTION_MS)
    return { ...just.scored, held: last }
  const words = text.words.flatMap(({ terms }) => terms.map(({ term }) => term))
  const found = await index.withWords([...new Set(words)])
  if (found === null) return null
  const { held, lists } = found
  const scored = held.scored.get(text)?.scored ?? scoreText(text, held.documents, lists)
  held.scored.set(text, { scored, at: performance.now() })
  return { ...scored, held }
}

async function find(index: HeldIndex, query: EngineQuery): Promise<Found | null> {
  const { text } = query
  if (text !== null) {
    const scored = await scoredBy(index, text)
    return scored && matchedBy(scored.held, query, () => scored)
  }
  const held = await index.now()
  return held && matchedBy(held, query, () => unscored(held.documents))
}

// The parts of an answer are of one moment, where they can be: what was found for the first part is not looked up again.
async function findAgain(index: HeldIndex, query: EngineQuery): Promise<Found | null> {
  const held = index.last()
  const matched = held?.matched.get(query)
  return held === null || matched === undefined ? await find(index, query) : { held, matched }
}

function matchedBy(held: Held, query: EngineQuery, scored: () => Scored): Found {
  const matched = held.matched.get(query) ?? match(query, scored(), held.documents)
  held.matched.set(query, matched)
  return { held, matched }
}

function sampleOf({ held, matched }: Found, { text }: EngineQuery): number[] {
  const { places, failed } = matched
  if (text !== null) return bestOf(matched, held.documents).map((found) => places[found] ?? 0)
  const sample: number[] = []
  for (let found = 0; found < places.length && sample.length < BEST; found++)
    if (failed[found] === 0) sample.push(places[found] ?? 0)
  return sample
}

async function page(
  { held, matched }: Found,
  { pinned }: EngineQuery,
  { limit, offset }: Window,
  asked: AskedWords,
): Promise<string[]> {
  const { documents } = held
  const end = offset + limit
  const idOf = (found: number): string => documents.productIds[matched.places[found] ?? 0] ?? ''
  const first = pinnedFirst(matched, pinned, idOf)
  const wanted = Math.max(RANKED, end)
  const best = bestOf(matched, documents)
  const unpinned = pinned.length === 0 ? best : best.filter((found) => !pinned.includes(idOf(found)))
  const others = unpinned.slice(0, wanted - first.length)
  const looked = others.slice(0, RANKED - first.length)
  const phrase = ` ${asked.map(({ word }) => word).join(' ')} `
  // Whether words stand together is asked of several words only.
  const texts =
    asked.length < 2
      ? null
      : await held.texts(held.mark.slot, looked.map((found) => matched.places[found] ?? 0)) // prettier-ignore
  const candidates = looked.map((found) => ({
    product_id: idOf(found),
    score: matched.scores[found] ?? 0,
    words: matched.words[found] ?? 0,
    nouns: documents.nouns[matched.places[found] ?? 0] ?? [],
    phrase: texts?.get(matched.places[found] ?? 0)?.includes(phrase) === true,
  }))
  const rest = others.slice(looked.length).map(idOf)
  return [...first, ...rank(candidates, asked), ...rest].slice(offset, end)
}

function pinnedFirst(matched: Matched, pinned: readonly string[], idOf: (found: number) => string): string[] {
  if (pinned.length === 0) return []
  const passing = new Set<string>()
  for (let found = 0; found < matched.places.length; found++)
    if (matched.failed[found] === 0) passing.add(idOf(found))
  return pinned.filter((id) => passing.has(id))
}
