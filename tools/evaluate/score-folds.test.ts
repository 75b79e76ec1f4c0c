import { expect, test } from 'vitest'
import type { RankingWeights } from '../../modules/search/domain/ranking-weights.ts'
import { deal, foldScores } from './score-folds.ts'

test('questions are dealt into equal folds, the same ones for the same seed', () => {
  const dealt = deal(57, 5, 1)
  const sizes = [0, 1, 2, 3, 4].map((fold) => dealt.filter((own) => own === fold).length)
  expect(sizes).toEqual([12, 12, 11, 11, 11])
  expect(deal(57, 5, 1)).toEqual(dealt)
  expect(deal(57, 5, 2)).not.toEqual(dealt)
})

// Each question wants another field to count much. Weights that had seen it would give it 1.
test('a question is scored by weights that have not seen it', () => {
  const fields = ['head', 'tail', 'brand', 'prose', 'kind'] as const
  const score = (weights: RankingWeights) =>
    fields.map((field) => {
      const value = weights.fields[field] > 2.5 ? 1 : 0
      return { unjudged_zero: value, judged_only: value }
    })
  expect(foldScores(score, fields.length, fields.length, 0)).toEqual(
    fields.map(() => ({ unjudged_zero: 0, judged_only: 0 })),
  )
  expect(foldScores(score, fields.length, 2, 0).every(({ judged_only }) => judged_only === 0)).toBe(true)
})
