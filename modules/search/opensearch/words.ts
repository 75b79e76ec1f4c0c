import { slipsAllowed } from '../domain/edit-distance.ts'
import { nearestOf } from '../domain/nearest-word.ts'
import type { Cluster } from './cluster.ts'
import { OFFER_MARK } from './index-record.ts'

const SIMILAR = 60
/** A phrase is found by the end of it that begins with what is typed: it may have several. */
const ENDS = 4

type Buckets = { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] }

/** Of these words, those that stand in a product. */
export async function knownWords(
  cluster: Cluster,
  index: string,
  words: readonly string[],
): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const known = { terms: { field: 'words', include: words, size: words.length } }
  const query = { terms: { words } }
  const { aggregations } = await cluster.search(index, {
    query,
    size: 0,
    track_total_hits: false,
    aggs: { known },
  })
  return new Set((aggregations?.['known'] as Buckets).buckets.map(({ key }) => key))
}

/** Words that begin like this, most frequent first. */
export async function wordsStarting(
  cluster: Cluster,
  index: string,
  start: string,
  limit: number,
): Promise<string[]> {
  return (await beginning(cluster, index, 'words', start, limit)).map(({ key }) => key)
}

/** The word that somebody most likely meant; null where none is near. */
export async function nearestWord(cluster: Cluster, index: string, word: string): Promise<string | null> {
  const allowed = slipsAllowed(word)
  if (allowed === 0) return null
  const term = {
    field: 'words',
    suggest_mode: 'always',
    max_edits: allowed,
    prefix_length: 0,
    min_word_length: 4,
    size: SIMILAR,
    string_distance: 'damerau_levenshtein',
  }
  const { suggest } = await cluster.search(index, { size: 0, suggest: { near: { text: word, term } } })
  const options = (suggest?.['near'] ?? []).flatMap((entry) => entry.options)
  // A suggester goes on counting what was removed until its segment is merged.
  const standing = await knownWords(
    cluster,
    index,
    options.map(({ text }) => text),
  )
  return nearestOf(
    word,
    options.flatMap(({ text, freq }) => (standing.has(text) ? [{ term: text, documents: freq }] : [])),
  )
}

/** Phrases with a word that begins like this, those of most products first. */
export async function phrasesStarting(
  cluster: Cluster,
  index: string,
  start: string,
  limit: number,
): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const { key, doc_count } of await beginning(cluster, index, 'offers', start, limit * ENDS)) {
    const phrase = key.slice(key.indexOf(OFFER_MARK) + 1)
    counts.set(phrase, Math.max(counts.get(phrase) ?? 0, doc_count))
  }
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([phrase]) => phrase)
}

async function beginning(cluster: Cluster, index: string, field: string, start: string, size: number) {
  const terms = { field, include: `${literally(start)}.*`, size }
  const { aggregations } = await cluster.search(index, {
    query: { prefix: { [field]: { value: start } } },
    size: 0,
    track_total_hits: false,
    aggs: { terms: { terms } },
  })
  return (aggregations?.['terms'] as Buckets).buckets
}

// What is typed comes as letters, digits and blanks; were it not so, it would still be no pattern.
function literally(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&')
}
