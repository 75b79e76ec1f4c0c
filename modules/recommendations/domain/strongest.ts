import type { Neighbours } from './basket.ts'

/** The strongest of a row of weights by their size, whatever their sign; zeros are left out. */
export function strongest(weights: Float64Array, most: number): Neighbours {
  const found: number[] = []
  weights.forEach((weight, item) => {
    if (weight !== 0) found.push(item)
  })
  const size = (item: number) => Math.abs(weights[item] ?? 0)
  found.sort((a, b) => size(b) - size(a) || a - b)
  const items = Int32Array.from(found.slice(0, most))
  return { items, weights: Float32Array.from(items, (item) => weights[item] ?? 0) }
}
