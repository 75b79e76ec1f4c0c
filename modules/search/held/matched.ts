import type { EngineQuery } from '../engine/search-engine.ts'
import type { HeldDocuments } from './documents.ts'
import { baseTest, narrowingTests } from './narrow.ts'
import type { Scored } from './score.ts'

/**
 * What a question finds, with one bit for each narrowing that a document fails. A facet counts the documents that fail
 * nothing but its own narrowing, so that it also shows what else could be chosen.
 */
export type Matched = Scored & {
  readonly failed: Float64Array
  /** The bit of a narrowing by the key of its facet; 0: there is no such narrowing. */
  readonly bitOf: (key: string) => number
}

/** `scored` in the order that counts where nothing is scored: the newest first. */
export function match(query: EngineQuery, scored: Scored, documents: HeldDocuments): Matched {
  const passesBase = baseTest(query, documents)
  const tests = narrowingTests(query, documents)
  const all = query.pinned.length === 0 ? scored : withPinned(scored, query.pinned, documents)
  if (tests.length === 0 && query.category === undefined && !query.inStock)
    return { ...all, failed: new Float64Array(all.places.length), bitOf: () => 0 }
  const kept: number[] = []
  const failed: number[] = []
  for (let index = 0; index < all.places.length; index++) {
    const place = all.places[index] ?? 0
    if (!passesBase(place)) continue
    let bits = 0
    for (let bit = 0; bit < tests.length; bit++) if (tests[bit]?.test(place) === false) bits += 2 ** bit
    kept.push(index)
    failed.push(bits)
  }
  const bits = new Map(tests.map(({ key }, bit) => [key, 2 ** bit]))
  return {
    places: Int32Array.from(kept, (index) => all.places[index] ?? 0),
    words: Uint8Array.from(kept, (index) => all.words[index] ?? 0),
    scores: Float64Array.from(kept, (index) => all.scores[index] ?? 0),
    failed: Float64Array.from(failed),
    bitOf: (key) => bits.get(key) ?? 0,
  }
}

/** All documents, none better than another, the newest first. */
export function unscored({ numbers, productIds, alive }: HeldDocuments): Scored {
  const living = numbers.flatMap((_, place) => (alive[place] === 1 ? [place] : []))
  living.sort((a, b) => ((productIds[a] ?? '') < (productIds[b] ?? '') ? 1 : -1))
  const places = Int32Array.from(living)
  return { places, words: new Uint8Array(places.length), scores: new Float64Array(places.length) }
}

/** How many pass every narrowing. */
export function countPassing({ failed }: Matched): number {
  let count = 0
  for (const bits of failed) if (bits === 0) count++
  return count
}

// Products that are pinned are found whether they have the words or not.
function withPinned(scored: Scored, pinned: readonly string[], documents: HeldDocuments): Scored {
  const found = new Set(scored.places)
  const wanted = new Set(pinned)
  const more = documents.productIds.flatMap((id, place) =>
    wanted.has(id) && documents.alive[place] === 1 && !found.has(place) ? [place] : [],
  )
  const none = more.map(() => 0)
  return {
    places: Int32Array.of(...scored.places, ...more),
    words: Uint8Array.of(...scored.words, ...none),
    scores: Float64Array.of(...scored.scores, ...none),
  }
}
