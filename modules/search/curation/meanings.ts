import type { Queryable } from '@rampart/platform/db/db.ts'
import { shortCache } from '../short-cache.ts'
import { findAllSynonyms } from '../store/synonyms.ts'

/** What a word also means, as the index keeps words. */
export type Meanings = (word: string) => readonly string[]

const SECONDS = 5

/** The synonyms of the shop, at most five seconds old. */
export function meaningsOf(db: Queryable): (now: Date) => Promise<Meanings> {
  const cache = shortCache(SECONDS, 1)
  return (now) => cache('all', now, () => findMeanings(db))
}

/** The synonyms of the shop as they are now. */
export async function findMeanings(db: Queryable): Promise<Meanings> {
  const table = new Map<string, Set<string>>()
  const add = (word: string, meaning: string) => {
    if (word === meaning) return
    const own = table.get(word) ?? new Set()
    table.set(word, own.add(meaning))
  }
  for (const { word, meanings, both_ways } of await findAllSynonyms(db)) {
    for (const meaning of meanings) {
      add(word, meaning)
      if (both_ways) add(meaning, word)
    }
  }
  const lists = new Map([...table].map(([word, meanings]) => [word, [...meanings]]))
  return (word) => lists.get(word) ?? []
}
