import type { Queryable } from '@rampart/platform/db/db.ts'
import { shortCache } from '@rampart/platform/cache/short-cache.ts'
import { findAllSynonyms } from '../store/synonyms.ts'

/** What a word also means, as the index keeps words. */
export type Meanings = {
  (word: string): readonly string[]
  /** Names the state of the synonyms: while it is called the same, a word means the same. */
  readonly standing: string
}

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
  const rows = await findAllSynonyms(db)
  for (const { word, meanings, both_ways } of rows) {
    for (const meaning of meanings) {
      add(word, meaning)
      if (both_ways) add(meaning, word)
    }
  }
  const lists = new Map([...table].map(([word, meanings]) => [word, [...meanings]]))
  const latest = rows.map(({ updated_at }) => updated_at).reduce((a, b) => (a > b ? a : b), '')
  return Object.assign((word: string) => lists.get(word) ?? [], {
    standing: `${String(rows.length)} ${latest}`,
  })
}
