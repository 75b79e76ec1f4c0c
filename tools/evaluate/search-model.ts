import { editDistance, slipsAllowed } from '../../modules/search/domain/edit-distance.ts'
import {
  type tally as startTally,
  tally,
  wordStatistics,
} from '../../modules/search/domain/build-statistics.ts'
import { defaultSynonyms } from '../../modules/search/domain/default-synonyms.ts'
import {
  countsOf,
  type FieldCounts,
  type FieldLengths,
  fieldLengths,
  impactOf,
  type WordStatistics,
} from '../../modules/search/domain/impact.ts'
import type { IndexDocument } from '../../modules/search/domain/index-document.ts'
import { indexFields, phraseText } from '../../modules/search/domain/index-fields.ts'
import { type Candidate, rank } from '../../modules/search/domain/rank.ts'
import type { RankingWeights } from '../../modules/search/domain/ranking-weights.ts'
import { nounsOf } from '../../modules/search/domain/title.ts'
import { wordsOf } from '../../modules/search/domain/words.ts'
import type { SearchEngine, UnderstoodText } from '../../modules/search/engine/search-engine.ts'
import { askedWords, understand } from '../../modules/search/understand.ts'

const RANKED = 200

/** A product that a question finds, with all that weights turn into a score. */
type Found = Omit<Candidate, 'score'> & {
  readonly lengths: FieldLengths
  /** By word of the question: what may stand for it, where it stands. */
  readonly words_found: readonly {
    readonly term: string
    readonly weight: number
    readonly counts: FieldCounts
  }[][]
}

/** A question with everything it finds, ready to be put in order by any weights. */
export type Question = { readonly text: UnderstoodText; readonly found: readonly Found[] }

export type SearchModel = {
  readonly ask: (q: string) => Promise<Question>
  /** Ids of products, best first, in the order that the search would give them with these weights. */
  readonly order: (question: Question, weights: RankingWeights) => string[]
}

/** The search over documents in memory, by the module's own rules, for trying weights by the hundred. */
export function searchModel(documents: readonly IndexDocument[]): SearchModel {
  const figures = tally()
  const entries = documents.map((document) => {
    const fields = indexFields(document)
    figures.add(fields)
    return { document, fields }
  })
  const statistics = figures.statistics()
  const known = knownWords(figures)
  const engine = inMemory(known)
  const table = meaningsOf()
  const meanings = Object.assign((word: string) => table.get(word) ?? [], { standing: 'the seeded ones' })
  const indexed = entries.map(({ document, fields }) => ({
    document,
    counts: countsOf(fields),
    lengths: fieldLengths(fields, statistics),
  }))
  return {
    ask: async (q) => {
      const understood = await understand(engine, meanings, q)
      const text = understood?.text ?? { words: [], needed: 1 }
      const phrase = ` ${text.words.map(({ word }) => word).join(' ')} `
      const all = indexed.flatMap(({ document, counts, lengths }) => {
        const words_found = text.words.map(({ terms }) =>
          terms.flatMap(({ term, weight }) => {
            const own = counts.get(term)
            return own === undefined ? [] : [{ term, weight, counts: own }]
          }),
        )
        const words = words_found.filter((terms) => terms.length > 0).length
        if (words === 0) return []
        return [{ product_id: document.product_id, words, nouns: nounsOf(document.name), phrase: false, lengths, words_found, document }] // prettier-ignore
      })
      // Where hardly any has all the words, those with some of them follow.
      const whole = all.filter(({ words }) => words >= text.words.length)
      const chosen = text.words.length > 1 && whole.length < 5 ? all : whole
      const found = chosen.map(({ document, ...rest }) => ({
        ...rest,
        phrase: text.words.length > 1 && phraseText(document).includes(phrase),
      }))
      return { text, found }
    },
    order: ({ text, found }, weights) => {
      const scored = found
        .map((one) => candidateOf(one, scoreOf(one, statistics.documents, known, weights)))
        .sort((a, b) => b.words - a.words || b.score - a.score || (a.product_id < b.product_id ? 1 : -1))
      const looked = rank(scored.slice(0, RANKED), askedWords(text), weights)
      return [...looked, ...scored.slice(RANKED).map(({ product_id }) => product_id)]
    },
  }
}

function candidateOf({ product_id, words, nouns, phrase }: Found, score: number): Candidate {
  return { product_id, words, nouns, phrase, score }
}

function scoreOf(
  { words_found, lengths }: Found,
  documents: number,
  known: ReadonlyMap<string, WordStatistics>,
  weights: RankingWeights,
): number {
  let best = 0
  let blend = 0
  for (const terms of words_found) {
    let [ownBest, ownBlend] = [0, 0]
    for (const { term, weight, counts } of terms) {
      const impact = impactOf(counts, lengths, documents, known.get(term), weights)
      ownBest = Math.max(ownBest, impact.best * weight)
      ownBlend = Math.max(ownBlend, impact.blend * weight)
    }
    best += ownBest
    blend += ownBlend
  }
  return Math.sqrt(best * blend)
}

function knownWords(figures: ReturnType<typeof startTally>): Map<string, WordStatistics> {
  return new Map(
    figures
      .words()
      .map(({ term, documents, field_documents }) => [term, wordStatistics(documents, field_documents)]),
  )
}

function meaningsOf(): Map<string, string[]> {
  const table = new Map<string, string[]>()
  const add = (word: string, meaning: string) => table.set(word, [...(table.get(word) ?? []), meaning])
  for (const { word, meanings } of defaultSynonyms) {
    for (const meaning of meanings.flatMap(wordsOf)) {
      add(word, meaning)
      add(meaning, word)
    }
  }
  return table
}

// Enough of an engine for a question to be understood.
function inMemory(known: ReadonlyMap<string, WordStatistics>): SearchEngine {
  const byFrequency = [...known].sort((a, b) => b[1].documents - a[1].documents)
  const not = () => Promise.reject(new Error('Nobody asks this of a model.'))
  return {
    knownWords: (words) => Promise.resolve(new Set(words.filter((word) => known.has(word)))),
    wordsStarting: (start, limit) =>
      Promise.resolve(
        byFrequency
          .filter(([term]) => term.startsWith(start))
          .slice(0, limit)
          .map(([term]) => term),
      ),
    nearestWord: (word) => {
      const allowed = slipsAllowed(word)
      const near = byFrequency
        .map(([term]) => ({ term, distance: editDistance(word, term, allowed) }))
        .filter(({ distance }) => distance <= allowed)
        .sort((a, b) => a.distance - b.distance)
      return Promise.resolve(allowed === 0 ? null : (near[0]?.term ?? null))
    },
    // Asked only whether it is fewer than some; the model finds that out by itself.
    countByText: (_text, limit) => Promise.resolve(limit),
    ...{ page: not, count: not, brandAndPrice: not, attributeCoverage: not, attributeFacets: not, phrasesStarting: not }, // prettier-ignore
  }
}
