import { BLOCK, type Square, squareFor, subtractRowProducts } from './row-products.ts'

/**
 * The inverse of a symmetric positive definite matrix, with the sign turned: −A⁻¹. Only the lower triangle of `given`
 * is read. It is used up: the answer stands in its memory, and one more matrix of its size is needed on the way.
 * A = L·Lᵀ by Cholesky, then A⁻¹ = T·Tᵀ with T the transpose of L⁻¹; each step by blocks of rows times rows.
 */
export function negatedInverse(given: Square): Square {
  factor(given)
  const transposed = inverseOfFactor(given)
  given.cells.fill(0)
  for (let a = 0; a < given.size; a += BLOCK) {
    for (let b = 0; b <= a; b += BLOCK)
      subtractRowProducts(given, transposed, transposed, { a, b, from: a, to: given.size })
  }
  mirror(given)
  return given
}

// L in the lower triangle; what stands above the diagonal is left.
function factor(matrix: Square): void {
  const { size, cells } = matrix
  for (let first = 0; first < size; first += BLOCK) {
    for (let a = first; a < size; a += BLOCK)
      subtractRowProducts(matrix, matrix, matrix, { a, b: first, from: 0, to: first })
    for (let column = first; column < first + BLOCK; column++) {
      const own = column * size
      const root = Math.sqrt((cells[own + column] as number) - dot(cells, own, cells, own, first, column))
      cells[own + column] = root
      for (let row = column + 1; row < size; row++) {
        const at = row * size
        const rest = (cells[at + column] as number) - dot(cells, at, cells, own, first, column)
        cells[at + column] = rest / root
      }
    }
  }
}

// T[j][i] = (L⁻¹)[i][j], zero where i < j.
function inverseOfFactor(factors: Square): Square {
  const { size, cells } = factors
  const inverse = squareFor(size)
  const out = inverse.cells
  for (let first = 0; first < size; first += BLOCK) {
    for (let a = 0; a < first; a += BLOCK)
      subtractRowProducts(inverse, inverse, factors, { a, b: first, from: a, to: first })
    for (let row = 0; row < first + BLOCK; row++) {
      const at = row * size
      for (let column = Math.max(first, row); column < first + BLOCK; column++) {
        const own = column * size
        const one = column === row ? 1 : 0
        const known = (out[at + column] as number) + one - dot(out, at, cells, own, first, column)
        out[at + column] = known / (cells[own + column] as number)
      }
    }
  }
  return inverse
}

function dot(a: Float64Array, at: number, b: Float64Array, bAt: number, from: number, to: number): number {
  let sum = 0
  for (let k = from; k < to; k++) sum += (a[at + k] as number) * (b[bAt + k] as number)
  return sum
}

function mirror({ size, cells }: Square): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++)
      cells[column * size + row] = cells[row * size + column] as number
  }
}
