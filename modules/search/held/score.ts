import type { UnderstoodText } from '../engine/search-engine.ts'
import type { HeldDocuments } from './documents.ts'
import type { PostingList } from './posting-lists.ts'

/** Documents by their places, with how many of a question's words they have and their score. */
export type Scored = {
  readonly places: Int32Array
  readonly words: Uint8Array
  readonly scores: Float64Array
}

/**
 * Documents with at least the needed words of a text. The score is the mean of what their best fields and all their
 * fields say; of the terms that may stand for a word, the one counts that says most.
 */
export function scoreText(
  { words, needed }: UnderstoodText,
  documents: HeldDocuments,
  lists: ReadonlyMap<string, PostingList>,
): Scored {
  const size = documents.numbers.length
  const sums = emptySums(size)
  for (const { terms } of words) {
    const known = terms.flatMap(({ term, weight }) => {
      const list = lists.get(term)
      return list === undefined ? [] : [{ list, weight }]
    })
    addWord(known, documents, sums)
  }
  const least = Math.max(needed, 1)
  let count = 0
  for (let place = 0; place < size; place++) if ((sums.words[place] ?? 0) >= least) count++
  const found = {
    places: new Int32Array(count),
    words: new Uint8Array(count),
    scores: new Float64Array(count),
  }
  for (let place = 0, end = 0; end < count; place++) {
    const own = sums.words[place] ?? 0
    if (own < least) continue
    found.places[end] = place
    found.words[end] = own
    found.scores[end++] = Math.sqrt((sums.best[place] ?? 0) * (sums.blend[place] ?? 0))
  }
  return found
}

type Sums = { readonly words: Uint8Array; readonly best: Float64Array; readonly blend: Float64Array }

// Large arrays are dear to make and to throw away: one question after the other is added up in the same ones.
let shared = sumsFor(0)

function emptySums(size: number): Sums {
  if (shared.words.length < size) shared = sumsFor(size * 2)
  shared.words.fill(0, 0, size)
  shared.best.fill(0, 0, size)
  shared.blend.fill(0, 0, size)
  return shared
}

function sumsFor(size: number): Sums {
  return { words: new Uint8Array(size), best: new Float64Array(size), blend: new Float64Array(size) }
}

function addWord(
  terms: readonly { list: PostingList; weight: number }[],
  { alive }: HeldDocuments,
  sums: Sums,
): void {
  const [only, ...others] = terms
  if (only === undefined) return
  if (others.length === 0) {
    const { list, weight } = only
    for (let index = 0; index < list.places.length; index++) {
      const place = list.places[index] ?? 0
      if (alive[place] === 1)
        add(sums, place, (list.best[index] ?? 0) * weight, (list.blend[index] ?? 0) * weight)
    }
    return
  }
  const most = new Map<number, { best: number; blend: number }>()
  for (const { list, weight } of terms) {
    for (let index = 0; index < list.places.length; index++) {
      const place = list.places[index] ?? 0
      if (alive[place] !== 1) continue
      const best = (list.best[index] ?? 0) * weight
      const blend = (list.blend[index] ?? 0) * weight
      const known = most.get(place)
      if (known === undefined) most.set(place, { best, blend })
      else {
        known.best = Math.max(known.best, best)
        known.blend = Math.max(known.blend, blend)
      }
    }
  }
  for (const [place, { best, blend }] of most) add(sums, place, best, blend)
}

function add(sums: Sums, place: number, best: number, blend: number): void {
  sums.words[place] = (sums.words[place] ?? 0) + 1
  sums.best[place] = (sums.best[place] ?? 0) + best
  sums.blend[place] = (sums.blend[place] ?? 0) + blend
}
