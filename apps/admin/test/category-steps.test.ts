import { describe, expect, it } from 'vitest'
import { type Drop, placeAfter, placeOnDrop, type Step } from '../app/categories/steps.ts'

type Node = { id: string; parent_id: string | null; children: Node[] }
const node = (id: string, parent_id: string | null, ...children: Node[]): Node => ({
  id,
  parent_id,
  children,
})

/** a(a1 a2(x)) b c */
const tree = [
  node('a', null, node('a1', 'a'), node('a2', 'a', node('x', 'a2'))),
  node('b', null),
  node('c', null),
]

describe('a step with the keyboard', () => {
  it.each<[string, Step, string | null, string | null]>([
    ['b', 'up', null, 'a'],
    ['c', 'up', null, 'b'],
    ['a', 'down', null, 'c'],
    ['b', 'down', null, null],
    ['a2', 'up', 'a', 'a1'],
    ['b', 'in', 'a', null],
    ['a2', 'in', 'a1', null],
    ['a1', 'out', null, 'b'],
    ['x', 'out', 'a', null],
  ])('takes %s %s: below %s, before %s', (id, step, parent_id, before_id) => {
    expect(placeAfter(tree, id, step)).toEqual({ parent_id, before_id })
  })

  it.each<[string, Step]>([
    ['a', 'up'],
    ['c', 'down'],
    ['a', 'in'],
    ['a1', 'in'],
    ['b', 'out'],
    ['nowhere', 'up'],
  ])('cannot take %s %s', (id, step) => {
    expect(placeAfter(tree, id, step)).toBeNull()
  })
})

describe('a category that is dropped', () => {
  it.each<[string, Drop, string, string | null, string | null]>([
    ['c', 'before', 'a', null, 'a'],
    ['c', 'after', 'a', null, 'b'],
    ['b', 'after', 'a', null, 'c'],
    ['a', 'after', 'c', null, null],
    ['c', 'into', 'x', 'x', null],
    ['c', 'before', 'a2', 'a', 'a2'],
    ['x', 'after', 'a2', 'a', null],
  ])('%s, %s %s, stands below %s, before %s', (id, drop, onto, parent_id, before_id) => {
    expect(placeOnDrop(tree, id, onto, drop)).toEqual({ parent_id, before_id })
  })

  it.each(['a', 'a2', 'x'])('stays where it is when it is dropped on itself or below: %s', (onto) => {
    for (const drop of ['before', 'into', 'after'] as const)
      expect(placeOnDrop(tree, 'a', onto, drop)).toBeNull()
  })
})
