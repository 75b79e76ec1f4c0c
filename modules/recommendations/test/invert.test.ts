import fc from 'fast-check'
import { expect, test } from 'vitest'
import { negatedInverse } from '../domain/invert.ts'
import { type Square, squareFor } from '../domain/row-products.ts'

/** A symmetric positive definite matrix: counts of pairs, with something on the diagonal. */
function pairCounts(rows: number, sets: readonly (readonly number[])[]): Square {
  const square = squareFor(rows)
  for (const set of sets)
    for (const a of set)
      for (const b of set)
        square.cells[a * square.size + b] = (square.cells[a * square.size + b] as number) + 1
  for (let place = 0; place < square.size; place++)
    square.cells[place * square.size + place] = (square.cells[place * square.size + place] as number) + 3
  return square
}

// Seen to fail with one of the eight sums of a tile left out.
test('a matrix times its inverse is one, across several blocks', () => {
  const rows = 150
  const sets = fc.array(fc.uniqueArray(fc.nat(rows - 1), { maxLength: 12 }), { maxLength: 80 })
  fc.assert(
    fc.property(sets, (given) => {
      const original = pairCounts(rows, given)
      const { size, cells } = negatedInverse({ size: original.size, cells: original.cells.slice() })
      for (let row = 0; row < size; row += 7) {
        for (let column = 0; column < size; column++) {
          let sum = 0
          for (let k = 0; k < size; k++)
            sum -= (original.cells[row * size + k] as number) * (cells[k * size + column] as number)
          expect(sum).toBeCloseTo(row === column ? 1 : 0, 8)
        }
      }
    }),
    { numRuns: 8 },
  )
})
