/** Numbers that look random and are the same in every run. */
export type Dice = {
  /** From 0 to below 1. */
  readonly fraction: () => number
  /** A whole number between the two, both included. */
  readonly between: (from: number, to: number) => number
}

/** Mulberry32, a generator of 32 bits that is good enough to make up data with. */
export function dice(seed: number): Dice {
  let state = seed
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { fraction, between: (from, to) => from + Math.floor(fraction() * (to - from + 1)) }
}
