import { firstFrom } from './first-from.ts'

/** Phrases by where they start. */
export type PhraseStarts = (start: string, limit: number) => string[]

/** `rows` by start and phrase, those that are offered first in front. */
export function phraseStarts(rows: readonly (readonly [start: string, phrase: string])[]): PhraseStarts {
  const sorted = rows
    .map(([start, phrase], rank) => ({ start, phrase, rank }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  return (start, limit) => {
    const found: { phrase: string; rank: number }[] = []
    for (
      let at = firstFrom(sorted, start, (row) => row.start);
      sorted[at]?.start.startsWith(start) === true;
      at++
    ) {
      const row = sorted[at]
      if (row !== undefined) found.push(row)
    }
    found.sort((a, b) => a.rank - b.rank)
    const phrases = new Set<string>()
    for (const { phrase } of found) if (phrases.size < limit) phrases.add(phrase)
    return [...phrases]
  }
}
