import type { IndexStatistics, WordStatistics } from './impact.ts'
import { type FieldName, fieldNames, type IndexFields } from './index-fields.ts'

/** Figures of an index that is being built, document by document. */
export type Tally = {
  readonly add: (fields: IndexFields) => void
  readonly statistics: () => IndexStatistics
  /** Each word with the documents that have it: in all, and by field in the order of the fields. */
  readonly words: () => { term: string; documents: number; field_documents: number[] }[]
}

/** Counts documents, lengths of fields and, for each word, in how many documents and fields it stands. */
export function tally(): Tally {
  const words = new Map<string, number[]>()
  const lengths = fieldNames.map(() => 0)
  const filled = fieldNames.map(() => 0)
  let documents = 0
  const count = (word: string, place: number) => {
    let own = words.get(word)
    if (own === undefined) words.set(word, (own = Array.from({ length: fieldNames.length + 1 }, () => 0)))
    own[place] = (own[place] ?? 0) + 1
  }
  return {
    add: (fields) => {
      documents += 1
      const all = new Set<string>()
      fieldNames.forEach((field, index) => {
        const own = new Set(fields[field])
        lengths[index] = (lengths[index] ?? 0) + fields[field].length
        if (own.size > 0) filled[index] = (filled[index] ?? 0) + 1
        for (const word of own) {
          all.add(word)
          count(word, index + 1)
        }
      })
      for (const word of all) count(word, 0)
    },
    statistics: () => ({
      documents,
      lengths: byField((index) => (lengths[index] ?? 0) / Math.max(filled[index] ?? 0, 1)),
    }),
    words: () =>
      [...words].map(([term, [all = 0, ...field_documents]]) => ({ term, documents: all, field_documents })),
  }
}

/** Statistics of a word as they are stored, by the names of the fields. */
export function wordStatistics(documents: number, fieldDocuments: readonly number[]): WordStatistics {
  return { documents, fields: byField((index) => fieldDocuments[index] ?? 0) }
}

function byField(figure: (index: number) => number): Record<FieldName, number> {
  return Object.fromEntries(fieldNames.map((field, index) => [field, figure(index)])) as Record<
    FieldName,
    number
  >
}
