/** A square matrix by rows. `size` is a multiple of `BLOCK`, so that no loop below has an edge to look after. */
export type Square = { readonly size: number; readonly cells: Float64Array }

/** Rows and columns are worked on in blocks of this many. */
export const BLOCK = 64

/** Columns at a time: the rows of two blocks then stay in the processor's cache. */
const STRETCH = 256

/** A matrix of zeros with room for so many rows. */
export function squareFor(rows: number): Square {
  const size = Math.ceil(rows / BLOCK) * BLOCK
  return { size, cells: new Float64Array(size * size) }
}

/**
 * target[a][b] -= Σ left[a][k] · right[b][k], for rows a and b of one block each and k from `from` up to `to`.
 * Four rows by two at once: each number that is read is used more than once before the next is needed.
 */
export function subtractRowProducts(
  target: Square,
  left: Square,
  right: Square,
  { a, b, from, to }: { a: number; b: number; from: number; to: number },
): void {
  for (let start = from; start < to; start += STRETCH) {
    const end = Math.min(to, start + STRETCH)
    for (let row = a; row < a + BLOCK; row += 4) {
      for (let column = b; column < b + BLOCK; column += 2) {
        subtractTile(target.cells, left.cells, right.cells, target.size, row, column, start, end)
      }
    }
  }
}

// Plain numbers and one loop: this is where the time of training goes.
function subtractTile(
  target: Float64Array,
  left: Float64Array,
  right: Float64Array,
  size: number,
  row: number,
  column: number,
  from: number,
  to: number,
): void {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let s4 = 0
  let s5 = 0
  let s6 = 0
  let s7 = 0
  let q = column * size + from
  const two = 2 * size
  const three = 3 * size
  const end = row * size + to
  for (let p = row * size + from; p < end; p++, q++) {
    const r0 = left[p] as number
    const r1 = left[p + size] as number
    const r2 = left[p + two] as number
    const r3 = left[p + three] as number
    const c0 = right[q] as number
    const c1 = right[q + size] as number
    s0 += r0 * c0
    s1 += r0 * c1
    s2 += r1 * c0
    s3 += r1 * c1
    s4 += r2 * c0
    s5 += r2 * c1
    s6 += r3 * c0
    s7 += r3 * c1
  }
  const at = row * size + column
  const sums = [s0, s1, s2, s3, s4, s5, s6, s7]
  sums.forEach((sum, index) => {
    const cell = at + (index >> 1) * size + (index & 1)
    target[cell] = (target[cell] as number) - sum
  })
}
