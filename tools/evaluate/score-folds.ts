import type { RankingWeights } from '../../modules/search/domain/ranking-weights.ts'
import { gradedNdcg } from './graded-ndcg.ts'
import type { Question } from './search-model.ts'
import { tuneWeights } from './tune-weights.ts'

export type Scores = { readonly unjudged_zero: number; readonly judged_only: number }
export type Judged = { readonly grades: ReadonlyMap<string, number>; readonly question: Question }

/** NDCG@10 of an order: with what nobody judged as wrong, and without it. */
export function scoresOf(ranked: readonly string[], grades: ReadonlyMap<string, number>): Scores {
  const judged = ranked.filter((sku) => grades.has(sku))
  return { unjudged_zero: gradedNdcg(ranked, grades) ?? 0, judged_only: gradedNdcg(judged, grades) ?? 0 }
}

/** The score of each question by weights that were found on the other folds alone. */
export function foldScores(
  score: (weights: RankingWeights) => Scores[],
  questions: number,
  folds: number,
  seed: number,
): Scores[] {
  const foldOf = deal(questions, folds, seed)
  const known = new Map<string, Scores[]>()
  // Folds try many weights alike.
  const scored = (weights: RankingWeights) => {
    const key = JSON.stringify(weights)
    const scores = known.get(key) ?? score(weights)
    known.set(key, scores)
    return scores
  }
  const held: Scores[] = []
  for (let fold = 0; fold < folds; fold++) {
    const weights = tuneWeights((tried) =>
      scored(tried).reduce(
        (sum, { unjudged_zero, judged_only }, place) =>
          foldOf[place] === fold ? sum : sum + (unjudged_zero + judged_only) / questions,
        0,
      ),
    )
    scored(weights).forEach((scores, place) => {
      if (foldOf[place] === fold) held[place] = scores
    })
  }
  return held
}

/** Deals questions into folds of equal size, differently for each seed and always alike for the same. */
export function deal(questions: number, folds: number, seed: number): number[] {
  const order = Array.from({ length: questions }, (_, place) => place)
  let state = seed * 2_654_435_761 + 1
  for (let place = questions - 1; place > 0; place--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (place + 1)
    ;[order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0]
  }
  const foldOf: number[] = []
  order.forEach((question, place) => (foldOf[question] = place % folds))
  return foldOf
}
