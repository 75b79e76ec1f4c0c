import { bestFields } from '../domain/impact.ts'
import { rankingWeights } from '../domain/ranking-weights.ts'
import type { EngineQuery, UnderstoodText, UnderstoodWord } from '../engine/search-engine.ts'
import type { Json } from './cluster.ts'
import { BLEND_SCALE } from './index-settings.ts'

/** What each word of a question that a product has adds to its score; what words say adds up to less. */
export const PER_WORD = 1_000
/** What being pinned adds, for the last one. */
export const PER_PIN = 100_000

/** Terms that score. Others still find. OpenSearch allows 1,024 clauses in a query; a term is seven. */
const MAX_SCORED = 100

const { saturation, tie } = rankingWeights

// BM25 multiplies by its saturation plus one: what both say is brought to one scale.
const BLEND_BOOST = (saturation + 1) / (saturation * BLEND_SCALE + 1)

/**
 * What a text finds, scored by how many of its words a product has, then by what they say: the sum of the best field and
 * of all fields blended. Pinned products are found whatever their words, and stand first, in their order.
 */
export function textClause({ text, pinned }: EngineQuery): Json {
  if (text === null) return { match_all: {} }
  const found = text.words.length === 0 ? [] : [wordsClause(text)]
  const pins = pinned.map((product_id, place) =>
    constant({ term: { product_id } }, (pinned.length - place) * PER_PIN),
  )
  if (found.length + pins.length === 0) return { match_none: {} }
  return pins.length === 0 && found[0] !== undefined
    ? found[0]
    : { bool: { should: [...found, ...pins], minimum_should_match: 1 } }
}

function wordsClause({ words, needed }: UnderstoodText): Json {
  const each = Math.max(1, Math.floor(MAX_SCORED / Math.max(words.length, 1)))
  return {
    bool: { should: words.map((word) => wordClause(word, each)), minimum_should_match: Math.max(needed, 1) },
  }
}

function wordClause({ terms }: UnderstoodWord, scored: number): Json {
  const loudest = [...terms].sort((a, b) => b.weight - a.weight).slice(0, scored)
  const best = loudest.map(({ term, weight }) => ({
    dis_max: {
      tie_breaker: tie,
      boost: weight,
      queries: bestFields.map((field) => ({ term: { [field]: { value: term } } })),
    },
  }))
  const blend = loudest.map(({ term, weight }) => ({
    term: { blend: { value: term, boost: weight * BLEND_BOOST } },
  }))
  return {
    bool: {
      must: [constant({ terms: { words: terms.map(({ term }) => term) } }, PER_WORD)],
      should: [{ dis_max: { queries: best } }, { dis_max: { queries: blend } }],
    },
  }
}

function constant(filter: Json, boost: number): Json {
  return { constant_score: { filter, boost } }
}
