import type { HeldDocuments } from './documents.ts'
import type { Matched } from './matched.ts'

/** As many as are ever looked at: for the attributes worth a facet, and for the first pages. */
export const BEST = 400

const known = new WeakMap<Matched, readonly number[]>()

/**
 * Which of the documents that pass every narrowing are best, by their places in `matched`: those with more of the words
 * first, then by score, then the newest. At most `BEST`.
 */
export function bestOf(matched: Matched, documents: HeldDocuments): readonly number[] {
  const best = known.get(matched) ?? findBest(matched, BEST, documents)
  known.set(matched, best)
  return best
}

function findBest(
  { places, words, scores, failed }: Matched,
  limit: number,
  { productIds }: HeldDocuments,
): number[] {
  const byWords: number[][] = []
  for (let index = 0; index < places.length; index++)
    if (failed[index] === 0) (byWords[words[index] ?? 0] ??= []).push(index)
  const idOf = (index: number): string => productIds[places[index] ?? 0] ?? ''
  const best: number[] = []
  for (const group of byWords.reverse()) {
    const room = limit - best.length
    if (room <= 0) break
    if (group === undefined) continue
    const some = group.length > room * 2 ? notBelow(group, room, scores) : group
    some.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (idOf(a) < idOf(b) ? 1 : -1))
    best.push(...some.slice(0, room))
  }
  return best
}

// Numbers sort far faster by themselves than documents do; only those that can be among the best are put in order.
function notBelow(group: readonly number[], room: number, scores: Float64Array): number[] {
  const sorted = new Float64Array(group.length)
  for (let at = 0; at < group.length; at++) sorted[at] = scores[group[at] ?? 0] ?? 0
  sorted.sort()
  const least = sorted[sorted.length - room] ?? 0
  return group.filter((index) => (scores[index] ?? 0) >= least)
}
