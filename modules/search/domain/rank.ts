import { isAccessory } from './accessories.ts'
import { type RankingWeights, rankingWeights } from './ranking-weights.ts'

/** A product that was found, with what its place depends on. */
export type Candidate = {
  readonly product_id: string
  readonly score: number
  /** How many of the question's words it has. */
  readonly words: number
  readonly nouns: readonly string[]
  /** Whether the words stand together somewhere. */
  readonly phrase: boolean
}

/** The words of a question, each with the words that may stand for it. */
export type AskedWords = readonly { readonly word: string; readonly alternatives: readonly string[] }[]

/**
 * Puts candidates in order: first those with more of the words, then by score, by how near to the end of the name's
 * nouns the last word stands ('desk lamp' is a lamp), by whether the words stand together, and accessories behind what
 * they belong to.
 */
export function rank(
  candidates: readonly Candidate[],
  asked: AskedWords,
  weights: RankingWeights = rankingWeights,
): string[] {
  const own = new Set(asked.flatMap(({ word, alternatives }) => [word, ...alternatives]))
  const last = asked.at(-1)
  const lastWords = last === undefined ? [] : [last.word, ...last.alternatives]
  return candidates
    .map((candidate) => ({
      candidate,
      score: candidate.score * factors(candidate, own, lastWords, asked, weights),
    }))
    .sort(
      (a, b) =>
        b.candidate.words - a.candidate.words ||
        b.score - a.score ||
        (a.candidate.product_id < b.candidate.product_id ? 1 : -1),
    )
    .map(({ candidate }) => candidate.product_id)
}

function factors(
  { nouns, phrase }: Candidate,
  own: ReadonlySet<string>,
  lastWords: readonly string[],
  asked: AskedWords,
  { last_noun, last_noun_decay, accessory, accessory_after, phrase: together }: RankingWeights,
): number {
  const at = Math.max(...lastWords.map((word) => nouns.lastIndexOf(word)), -1)
  const nearEnd = at < 0 ? 1 : 1 + last_noun * Math.exp(-last_noun_decay * (nouns.length - 1 - at))
  const strange = (word: string) => isAccessory(word) && !own.has(word)
  const first = nouns.findIndex((word) => own.has(word))
  const after = first >= 0 && nouns.slice(first + 1).some(strange)
  return (
    (nearEnd * (phrase && asked.length > 1 ? 1 + together : 1)) /
    (nouns.some(strange) ? 1 + accessory : 1) /
    (after ? 1 + accessory_after : 1)
  )
}
