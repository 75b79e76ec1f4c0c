import { type FieldName, fieldNames, type IndexFields } from './index-fields.ts'

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

// Found on the judged half of the evaluation (`npm run evaluate`): saturation and length of BM25, and what a field counts.
export const K = 1.2
export const BEST_B = 0.75
const BLEND_B = 0.4
export const TIE = 0.1

const weights: Readonly<Record<FieldName, number>> = {
  title: 0,
  head: 4,
  tail: 1,
  brand: 2,
  prose: 2,
  kind: 2,
  category: 2,
  path: 0.5,
  attributes: 0.2,
  codes: 2,
}

// The best field takes the title whole, the blend in its parts. Where a product stands in the tree says what it is,
// but never best of all.
const neverBest: ReadonlySet<FieldName> = new Set(['head', 'tail', 'category', 'path'])

/** Fields that may say most about a document. */
export const bestFields = fieldNames.filter((field) => !neverBest.has(field))

/** Words of a document with how often they stand in it, all fields taken together: weighed, and by their length. */
export function blendedCounts(fields: IndexFields, statistics: IndexStatistics): Map<string, number> {
  const lengths = fieldLengths(fields, statistics)
  return new Map([...countsOf(fields)].map(([word, counts]) => [word, blendedCount(counts, lengths)]))
}

/** Words of a document with their impact. */
export function impactsOf(
  fields: IndexFields,
  statistics: IndexStatistics,
  wordStatistics: (word: string) => WordStatistics | undefined,
): Map<string, Impact> {
  const lengths = fieldLengths(fields, statistics)
  const impacts = new Map<string, Impact>()
  for (const [word, own] of countsOf(fields)) {
    const known = wordStatistics(word)
    impacts.set(word, {
      best: bestOf(own, lengths, statistics.documents, known),
      blend: blendOf(own, lengths, statistics.documents, known),
    })
  }
  return impacts
}

function countsOf(fields: IndexFields): Map<string, FieldCounts> {
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

type FieldCounts = Readonly<Partial<Record<FieldName, number>>>
type Lengths = Readonly<Record<FieldName, number>>

// Relative to the mean.
function fieldLengths(fields: IndexFields, { lengths }: IndexStatistics): Lengths {
  const relative = (field: FieldName) => (lengths[field] > 0 ? fields[field].length / lengths[field] : 1)
  return Object.fromEntries(fieldNames.map((field) => [field, relative(field)])) as Lengths
}

function bestOf(
  counts: FieldCounts,
  lengths: Lengths,
  documents: number,
  known: WordStatistics | undefined,
): number {
  let best = 0
  let sum = 0
  for (const field of fieldNames) {
    const count = counts[field]
    if (count === undefined || neverBest.has(field)) continue
    const idf = rarity(documents, known?.fields[field] ?? 0)
    const score = (idf * count * (K + 1)) / (count + K * (1 - BEST_B + BEST_B * lengths[field]))
    best = Math.max(best, score)
    sum += score
  }
  return best + TIE * (sum - best)
}

function blendOf(
  counts: FieldCounts,
  lengths: Lengths,
  documents: number,
  known: WordStatistics | undefined,
): number {
  const frequency = blendedCount(counts, lengths)
  return (rarity(documents, known?.documents ?? 0) * frequency * (K + 1)) / (K + frequency)
}

function blendedCount(counts: FieldCounts, lengths: Lengths): number {
  let frequency = 0
  for (const field of fieldNames) {
    const count = counts[field]
    if (count === undefined) continue
    frequency += (weights[field] * count) / (1 - BLEND_B + BLEND_B * lengths[field])
  }
  return frequency
}

/** BM25's inverse document frequency, never below zero. */
function rarity(documents: number, having: number): number {
  return Math.log(1 + (Math.max(documents, having) - having + 0.5) / (having + 0.5))
}
