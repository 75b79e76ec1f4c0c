import { expect, test } from 'vitest'
import { editDistance, slipsAllowed } from '../domain/edit-distance.ts'
import { vocabulary } from '../held/vocabulary.ts'

const words = () =>
  vocabulary([
    ['kettle', 40],
    ['kettles', 3],
    ['nettle', 50],
    ['settle', 50],
    ['teapot', 9],
    ['tea', 70],
    ['teak', 1],
    ['espresso', 5],
    ['expressly', 80],
    ['mx518', 2],
  ])

test('near words come by their slips, then by how many products have them', () => {
  expect([...words().near('ketle')]).toEqual(['kettle'])
  expect([...words().near('kettel')]).toEqual(['kettle'])
  expect([...words().near('vettle')]).toEqual(['nettle', 'settle', 'kettle'])
  expect([...words().near('expresso')]).toEqual(['espresso', 'expressly'])
  expect([...words().near('mx519')]).toEqual([])
  expect([...words().near('te')]).toEqual([])
})

test('beginnings come by how many products have them, and what was taken in behind', () => {
  const known = words()
  expect(known.starting('te', 2)).toEqual(['tea', 'teapot'])
  known.add(['teacup', 'tea'])
  expect(known.starting('tea', 9)).toEqual(['tea', 'teapot', 'teak', 'teacup'])
  expect([...known.near('teacip')]).toEqual(['teacup'])
  expect(known.has('teacup')).toBe(true)
  expect(known.starting('teas', 9)).toEqual([])
})

test('whatever is written, the near words are those that the distance says', () => {
  const letters = 'aabcé'
  let seed = 7
  const roll = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  const made = (length: number) => Array.from({ length }, () => letters.charAt(roll(letters.length))).join('')
  const all = [...new Set(Array.from({ length: 400 }, () => made(3 + roll(8))))]
  const known = vocabulary(all.map((word, place) => [word, place] as const))
  for (let turn = 0; turn < 100; turn++) {
    const asked = made(3 + roll(8))
    const allowed = slipsAllowed(asked)
    const near = all.filter((word) => {
      const distance = editDistance(asked, word, 9)
      return distance > 0 && distance <= allowed
    })
    expect([...known.near(asked)].sort()).toEqual(near.sort())
  }
})
