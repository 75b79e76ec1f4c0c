import { expect, test } from 'vitest'
import type { History } from '../domain/basket.ts'
import { likelyNext } from '../domain/likely.ts'
import { trainModel } from '../domain/train.ts'

const [TEA, POT, CUP, SPADE, SEEDS] = [0, 1, 2, 3, 4]

/** Twenty who drink tea, twenty who garden, and one who does both. */
const shop: History[] = [
  ...Array.from({ length: 20 }, (_, at): History => [
    { at, items: [TEA, POT] },
    { at: at + 30, items: [TEA, CUP] },
  ]),
  ...Array.from({ length: 20 }, (_, at): History => [{ at, items: [SPADE, SEEDS] }]),
  [{ at: 50, items: [TEA, SPADE] }],
]

test('what the same people buy belongs to each other, and what others buy does not', () => {
  const { likely } = trainModel(shop, 5)
  const ofPot = new Map(
    Array.from(likely[POT]?.items ?? [], (item, place) => [item, likely[POT]?.weights[place] ?? 0]),
  )
  expect(ofPot.get(CUP)).toBeGreaterThan(0.1)
  expect(ofPot.get(SEEDS) ?? 0).toBeLessThan((ofPot.get(CUP) ?? 0) / 4)
})

test('together is what was in the same basket: a cup is bought later than a pot', () => {
  const { together } = trainModel(shop, 5)
  expect([...(together[POT]?.items ?? [])]).toEqual([TEA])
  expect([...(together[SEEDS]?.items ?? [])]).toEqual([SPADE])
  // One basket with both is chance.
  expect([...(together[SPADE]?.items ?? [])]).toEqual([SEEDS])
})

test('weights are those of the closed form', () => {
  // By hand: two buyers of both items, λ = 1: P = [[3, 2], [2, 3]]⁻¹ = [[.6, -.4], [-.4, .6]], B = .4 / .6.
  const both: History = [{ at: 0, items: [0, 1] }]
  const [first] = likelyNext([both, both], 2, { lambda: 1, kept: 10 })
  expect([...(first?.items ?? [])]).toEqual([1])
  expect(first?.weights[0]).toBeCloseTo(2 / 3, 6)
})

test('without orders there is nothing to learn, and that is no failure', () => {
  expect(trainModel([], 0)).toEqual({ likely: [], together: [] })
  const alone = trainModel([[{ at: 0, items: [0] }]], 1)
  expect(alone.likely[0]?.items).toHaveLength(0)
  expect(alone.together[0]?.items).toHaveLength(0)
})
