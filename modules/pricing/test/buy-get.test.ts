import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buyGetCuts } from '../domain/cuts/buy-get.ts'
import type { Action } from '../domain/promotion.ts'
import { line, ofCategories, price, promotion } from './shop.ts'

type BuyGet = Extract<Action, { kind: 'buy_get' }>
const threeForTwo: BuyGet = {
  kind: 'buy_get',
  buy: 2,
  get: 1,
  percent_bp: 10_000,
  at_most_times: null,
  reward: null,
}
const at = (unit_price_minor: number, quantity: number, ...category_ids: string[]) =>
  line(`v${unit_price_minor}`, { unit_price_minor, quantity, category_ids })
const discountsOf = (priced: ReturnType<typeof price>) => priced.lines.map((one) => one.discount_minor)

test('three for two: the cheapest of all are free, once a set', () => {
  const lines = [at(900, 2), at(500, 3), at(300, 1)]
  expect(discountsOf(price(lines, [promotion(threeForTwo)]))).toEqual([0, 500, 300])
  expect(discountsOf(price(lines, [promotion({ ...threeForTwo, at_most_times: 1 })]))).toEqual([0, 0, 300])
  expect(discountsOf(price([at(900, 2)], [promotion(threeForTwo)]))).toEqual([0])
})

test('a shirt at half price with each two pairs of shoes', () => {
  const action = { ...threeForTwo, percent_bp: 5_000, reward: ofCategories('shirts') }
  const rule = promotion(action, { scope: ofCategories('shoes') })
  const priced = price([at(900, 5, 'shoes'), at(201, 3, 'shirts')], [rule])
  expect(discountsOf(priced)).toEqual([0, 201])
  expect(priced.lines[1]!.discounts[0]!.explanation).toEqual({
    code: 'pieces_reduced',
    facts: { buy: 2, get: 1, pieces: 2, percent_bp: 5_000 },
  })
  expect(discountsOf(price([at(201, 3, 'shirts')], [rule]))).toEqual([0])
})

const size = fc.integer({ min: 1, max: 3 })
const stock = fc.array(
  fc.record({
    price: fc.nat({ max: 9 }),
    quantity: fc.nat({ max: 3 }),
    in: fc.constantFrom('x', 'y', 'both'),
  }),
  { maxLength: 4 },
)

/** The most sets, found by trying how many pieces of both are reduced. */
function mostSets(onlyBought: number, onlyReward: number, both: number, buy: number, get: number): number {
  let most = 0
  for (let reduced = 0; reduced <= both; reduced += 1) {
    const sets = Math.min(
      Math.floor((onlyBought + both - reduced) / buy),
      Math.floor((onlyReward + reduced) / get),
    )
    most = Math.max(most, sets)
  }
  return most
}

test('there are as many sets as the pieces make, and no piece counts twice', () => {
  fc.assert(
    fc.property(stock, size, size, (pieces, buy, get) => {
      const members = pieces
        .map((one, position) => ({ ...one, position }))
        .filter((one) => one.quantity > 0)
        .map(({ price: unit_price_minor, quantity, position, in: where }) => {
          const list_minor = unit_price_minor * quantity
          return { where, position, article: { ...line('v', { unit_price_minor, quantity }), list_minor } }
        })
      const count = (where: string) =>
        members.filter((one) => one.where === where).reduce((sum, { article }) => sum + article.quantity, 0)
      const cuts = buyGetCuts(
        { ...threeForTwo, buy, get },
        members.filter((one) => one.where !== 'y'),
        members.filter((one) => one.where !== 'x'),
      )
      const reducedOf = (position: number) => {
        const cut = cuts.find((one) => one.position === position)
        return cut === undefined ? 0 : cut.part / 10_000
      }
      const sets = mostSets(count('x'), count('y'), count('both'), buy, get)
      expect(members.reduce((sum, one) => sum + reducedOf(one.position), 0)).toBe(sets * get)
      for (const one of members) expect(reducedOf(one.position)).toBeLessThanOrEqual(one.article.quantity)
      const reducedOfBoth = members
        .filter((one) => one.where === 'both')
        .reduce((sum, one) => sum + reducedOf(one.position), 0)
      expect(count('x') + count('both') - reducedOfBoth).toBeGreaterThanOrEqual(sets * buy)
    }),
    { numRuns: 1_000 },
  )
})
