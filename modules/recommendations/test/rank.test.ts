import { expect, test } from 'vitest'
import { rankItems } from '../domain/rank.ts'
import { recentShares } from '../domain/recent.ts'
import type { Evidence } from '../domain/signals.ts'

const evidence = (given: Partial<Evidence<string>> = {}): Evidence<string> => ({
  history: [
    { at: 10, items: ['coffee', 'kettle'] },
    { at: 40, items: ['coffee'] },
    { at: 70, items: ['coffee', 'mug'] },
  ],
  now: 80,
  recent: new Map([['lamp', { week: 2, three_weeks: 2 }]]),
  likely: (item, each) => {
    if (item === 'coffee') each('filter', 0.4)
    if (item === 'mug') each('filter', 0.1)
    if (item === 'kettle') each('filter', -0.2)
  },
  ...given,
})

test('the next basket is led by what is bought again and again', () => {
  const [first, ...rest] = rankItems(evidence(), 'next_basket', 10)
  expect(first).toMatchObject({ item: 'coffee', bought: true })
  expect(rest.map(({ item }) => item)).toEqual(expect.arrayContaining(['mug', 'kettle', 'filter', 'lamp']))
})

test('new items are none the buyer has had, and say which purchase speaks most for them', () => {
  const ranked = rankItems(evidence(), 'new_items', 10)
  expect(ranked.map(({ item, because }) => [item, because])).toEqual([
    ['lamp', null],
    ['filter', 'coffee'],
  ])
})

test('without a history it is what sells at present, the most first', () => {
  const recent = new Map([
    ['lamp', { week: 0, three_weeks: 1 }],
    ['rug', { week: 5, three_weeks: 5 }],
  ])
  const ranked = rankItems(evidence({ history: [], recent }), 'new_items', 10)
  expect(ranked.map(({ item }) => item)).toEqual(['rug', 'lamp'])
})

test('what only speaks against itself is not shown', () => {
  const likely: Evidence<string>['likely'] = (_item, each) => each('filter', -1)
  const ranked = rankItems(evidence({ likely, recent: new Map() }), 'new_items', 10)
  expect(ranked).toEqual([])
})

test('recent shares count the lines of the last 7 and 21 days before the moment, and none after', () => {
  const shares = recentShares(
    [
      { at: 79, items: ['a', 'b'] },
      { at: 65, items: ['a', 'c'] },
      { at: 50, items: ['d'] },
      { at: 80, items: ['e'] },
    ],
    80,
  )
  expect(Object.fromEntries(shares)).toEqual({
    a: { week: 50, three_weeks: 50 },
    b: { week: 50, three_weeks: 25 },
    c: { week: 0, three_weeks: 25 },
  })
})
