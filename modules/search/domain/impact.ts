import { type FieldName, fieldNames, type IndexFields } from './index-fields.ts'
import { type RankingWeights, rankingWeights } from './ranking-weights.ts'

/** What the weights of words rest on: figures of a whole index, taken when it was built. */
export type IndexStatistics = {
  readonly documents: number
  /** Mean number of words of each field, over the documents that have any. */
  readonly lengths: Readonly<Record<FieldName, number>>
}

/** In how many documents a word stands: in all fields taken together, and in each. */
export type WordStatistics = {
  readonly documents: number
  readonly fields: Readonly<Record<FieldName, number>>
}

/** How much a word says about a document: by the field that says most, and by all fields together. */
export type Impact = { readonly best: number; readonly blend: number }

/** How often a word stands in each field of a document. */
export type FieldCounts = Readonly<Partial<Record<FieldName, number>>>

/** How long each field of a document is, relative to the mean. */
export type FieldLengths = Readonly<Record<FieldName, number>>

// The best field takes the title whole, the blend in its parts. Where a product stands in the tree says what it is,
// but never best of all.
const neverBest: ReadonlySet<FieldName> = new Set(['head', 'tail', 'category', 'path'])

/** Fields that may say most about a document. */
export const bestFields = fieldNames.filter((field) => !neverBest.has(field))

/** Words of a document with their impact. */
export function impactsOf(
  fields: IndexFields,
  statistics: IndexStatistics,
  wordStatistics: (word: string) => WordStatistics | undefined,
): Map<string, Impact> {
  const lengths = fieldLengths(fields, statistics)
  const impacts = new Map<string, Impact>()
  for (const [word, counts] of countsOf(fields))
    impacts.set(word, impactOf(counts, lengths, statistics.documents, wordStatistics(word), rankingWeights))
  return impacts
}

/** Words of a document with how often they stand in it, all fields taken together: weighed, and by their length. */
export function blendedCounts(fields: IndexFields, statistics: IndexStatistics): Map<string, number> {
  const lengths = fieldLengths(fields, statistics)
  return new Map(
    [...countsOf(fields)].map(([word, counts]) => [word, blendedCount(counts, lengths, rankingWeights)]),
  )
}

/** What one word says, by its counts. */
export function impactOf(
  counts: FieldCounts,
  lengths: FieldLengths,
  documents: number,
  known: WordStatistics | undefined,
  weights: RankingWeights,
): Impact {
  return {
    best: bestOf(counts, lengths, documents, known, weights),
    blend: blendOf(counts, lengths, documents, known, weights),
  }
}

/** Words of a document with how often they stand in each field. */
export function countsOf(fields: IndexFields): Map<string, FieldCounts> {
  const counts = new Map<string, Partial<Record<FieldName, number>>>()
  for (const field of fieldNames) {
    for (const word of fields[field]) {
      const own = counts.get(word) ?? {}
      own[field] = (own[field] ?? 0) + 1
      counts.set(word, own)
    }
  }
  return counts
}

/** How long the fields are. */
export function fieldLengths(fields: IndexFields, { lengths }: IndexStatistics): FieldLengths {
  const relative = (field: FieldName) => (lengths[field] > 0 ? fields[field].length / lengths[field] : 1)
  return Object.fromEntries(fieldNames.map((field) => [field, relative(field)])) as FieldLengths
}

function bestOf(
  counts: FieldCounts,
  lengths: FieldLengths,
  documents: number,
  known: WordStatistics | undefined,
  { saturation, best_length, tie }: RankingWeights,
): number {
  let best = 0
  let sum = 0
  for (const field of bestFields) {
    const count = counts[field]
    if (count === undefined) continue
    const idf = rarity(documents, known?.fields[field] ?? 0)
    const length = 1 - best_length + best_length * lengths[field]
    const score = (idf * count * (saturation + 1)) / (count + saturation * length)
    best = Math.max(best, score)
    sum += score
  }
  return best + tie * (sum - best)
}

function blendOf(
  counts: FieldCounts,
  lengths: FieldLengths,
  documents: number,
  known: WordStatistics | undefined,
  weights: RankingWeights,
): number {
  const frequency = blendedCount(counts, lengths, weights)
  const { saturation } = weights
  return (rarity(documents, known?.documents ?? 0) * frequency * (saturation + 1)) / (saturation + frequency)
}

function blendedCount(
  counts: FieldCounts,
  lengths: FieldLengths,
  { fields, blend_length }: RankingWeights,
): number {
  let frequency = 0
  for (const field of fieldNames) {
    const count = counts[field]
    if (count === undefined) continue
    frequency += (fields[field] * count) / (1 - blend_length + blend_length * lengths[field])
  }
  return frequency
}

/** BM25's inverse document frequency, never below zero. */
function rarity(documents: number, having: number): number {
  return Math.log(1 + (Math.max(documents, having) - having + 0.5) / (having + 0.5))
}
