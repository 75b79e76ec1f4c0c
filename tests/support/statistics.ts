/** Numbers from 0 to 1 that come the same at every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2
}

export type Interval = { readonly median: number; readonly low: number; readonly high: number }

/** The median of a sample with its 95 % interval by bootstrap: how it comes out when the sample is drawn from again. */
export function bootstrapMedian(values: readonly number[], random: () => number, rounds = 1_000): Interval {
  const medians = new Float64Array(rounds)
  const drawn = new Float64Array(values.length)
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < drawn.length; at += 1) {
      drawn[at] = values[Math.floor(random() * values.length)] ?? Number.NaN
    }
    medians[round] = median(drawn)
  }
  medians.sort()
  const quantile = (share: number): number => medians[Math.floor(share * (rounds - 1))] ?? Number.NaN
  return { median: median(values), low: quantile(0.025), high: quantile(0.975) }
}
