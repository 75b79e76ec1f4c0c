import { editDistance, slipsAllowed } from '../domain/edit-distance.ts'
import { firstFrom } from './first-from.ts'

export type Vocabulary = {
  readonly has: (word: string) => boolean
  /** Words that begin like this, those of most documents first. */
  readonly starting: (start: string, limit: number) => string[]
  /** Words that this one may be a slip for: those with the fewest slips first, then those of most documents. */
  readonly near: (word: string) => Iterable<string>
  /** Words of what was taken in since the index was built; those that are known keep their figures. */
  readonly add: (words: readonly string[]) => void
}

type Words = { words: string[]; documents: number[]; letters: number[] }

/** All words of an index, in the order of their letters, with the documents that each stood in when it was built. */
export function vocabulary(built: readonly (readonly [string, number])[]): Vocabulary {
  const documents = new Map<string, number>(built)
  const byLength: Words[] = []
  let sorted: string[] | null = null

  const wordsOf = (length: number): Words => (byLength[length] ??= { words: [], documents: [], letters: [] })

  function put(word: string, count: number): void {
    documents.set(word, count)
    const group = wordsOf(word.length)
    group.words.push(word)
    group.documents.push(count)
    group.letters.push(lettersOf(word))
  }
  for (const [word, count] of built) put(word, count)

  function* near(word: string): Iterable<string> {
    for (let slips = 1; slips <= slipsAllowed(word); slips++) yield* inSlips(word, slips)
  }

  function inSlips(word: string, slips: number): string[] {
    const letters = lettersOf(word)
    const found: { term: string; documents: number }[] = []
    for (let length = word.length - slips; length <= word.length + slips; length++) {
      const group = byLength[length]
      if (group === undefined) continue
      for (let at = 0; at < group.words.length; at++) {
        // Each slip changes at most two letters of the set: nearly all words are passed over by this alone.
        if (bits(letters ^ (group.letters[at] ?? 0)) > 2 * slips) continue
        const term = group.words[at] ?? ''
        if (editDistance(word, term, slips) === slips)
          found.push({ term, documents: group.documents[at] ?? 0 })
      }
    }
    return found
      .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
      .map(({ term }) => term)
  }

  return {
    has: (word) => documents.has(word),
    starting: (start, limit) => {
      sorted ??= [...documents.keys()].sort()
      const found: string[] = []
      for (let at = firstFrom(sorted, start, (word) => word); sorted[at]?.startsWith(start) === true; at++)
        found.push(sorted[at] ?? '')
      const count = (word: string): number => documents.get(word) ?? 0
      // The sort is stable: of words that stand in as many documents, the first by its letters.
      return found.sort((a, b) => count(b) - count(a)).slice(0, limit)
    },
    near,
    add: (words) => {
      const fresh = words.filter((word) => !documents.has(word))
      for (const word of fresh) put(word, 0)
      if (fresh.length > 0) sorted = null
    },
  }
}

/** The letters of a word as a set, in 32 bits that some of them share. */
function lettersOf(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31)
  return set
}

function bits(set: number): number {
  let left = set - ((set >>> 1) & 0x55_55_55_55)
  left = (left & 0x33_33_33_33) + ((left >>> 2) & 0x33_33_33_33)
  return Math.imul((left + (left >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24
}
