import { type RankingWeights, rankingWeights } from '../../modules/search/domain/ranking-weights.ts'
import type { FieldName } from '../../modules/search/domain/index-fields.ts'

const FACTORS = [0.5, 2]
const ROUNDS = 3
/** Less than this is what chance gives: taking it would learn these questions by heart. */
const ENOUGH = 0.004

/** What a search for weights starts with: what textbooks say, and the same for everything else. */
export const plainWeights: RankingWeights = {
  fields: {
    title: 0,
    head: 2,
    tail: 1,
    brand: 1,
    prose: 1,
    kind: 1,
    category: 1,
    path: 1,
    attributes: 1,
    codes: 1,
  },
  saturation: 1.2,
  best_length: 0.75,
  blend_length: 0.75,
  tie: 0.1,
  last_noun: 0.2,
  last_noun_decay: 1,
  accessory: 0.2,
  accessory_after: 0.2,
  phrase: 0.2,
}

/** Weights that a measure likes best, found one by one: each is tried smaller and larger until nothing gets better. */
export function tuneWeights(measure: (weights: RankingWeights) => number): RankingWeights {
  let best = plainWeights
  let reached = measure(best)
  for (let round = 0; round < ROUNDS; round++) {
    const before = reached
    for (const change of changes) {
      for (const factor of FACTORS) {
        const tried = change(best, factor)
        const value = measure(tried)
        if (value > reached + ENOUGH) [best, reached] = [tried, value]
      }
    }
    if (reached === before) break
  }
  return best
}

type Change = (weights: RankingWeights, factor: number) => RankingWeights

const changes: readonly Change[] = [
  ...(Object.keys(rankingWeights.fields) as FieldName[])
    .filter((field) => plainWeights.fields[field] > 0)
    .map((field): Change => (weights, factor) => ({
      ...weights,
      fields: { ...weights.fields, [field]: weights.fields[field] * factor },
    })),
  ...(
    [
      'saturation',
      'best_length',
      'blend_length',
      'tie',
      'last_noun',
      'last_noun_decay',
      'accessory',
      'accessory_after',
      'phrase',
    ] as const
  ).map(
    // prettier-ignore
    (key): Change =>
      (weights, factor) => ({
        ...weights,
        // Beyond the whole length there is nothing to take away.
        [key]: key.endsWith('length') ? Math.min(1, weights[key] * factor) : weights[key] * factor,
      }),
  ),
]
