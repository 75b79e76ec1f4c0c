import { editDistance, slipsAllowed } from './edit-distance.ts'

/** The word that somebody most likely meant: the one with the fewest slips, then the most frequent one. */
export function nearestOf(
  word: string,
  similar: readonly { readonly term: string; readonly documents: number }[],
): string | null {
  const allowed = slipsAllowed(word)
  const near = similar
    .map(({ term, documents }) => ({ term, documents, distance: editDistance(word, term, allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || b.documents - a.documents)
  return near[0]?.term ?? null
}
