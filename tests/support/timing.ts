import { bootstrapMedian, type Interval, seededRandom } from './statistics.ts'

/** The two sides of a pair, by the number of the pair. Neither may fail by itself: a refusal is an answer. */
export type Pair = {
  readonly known: (round: number) => Promise<unknown>
  readonly unknown: (round: number) => Promise<unknown>
  /** Done before each pair and not measured. */
  readonly between?: (round: number) => Promise<void> | void
}

export const PAIRS = 2_000
const WARM_UP = 50
/** What a stranger must not be able to tell apart, in milliseconds. */
const INDISTINGUISHABLE_MS = 2

/**
 * How much longer the known side takes than the unknown one, in milliseconds: pairs are made one after the other, in
 * random order within each, so that a busy machine slows both sides alike.
 */
export async function measureLeak(pair: Pair, pairs = PAIRS): Promise<Interval> {
  const random = seededRandom(20_261_121)
  const differences: number[] = []
  for (let round = 0; round < WARM_UP + pairs; round += 1) {
    await pair.between?.(round)
    const knownFirst = random() < 0.5
    const first = await time(() => (knownFirst ? pair.known(round) : pair.unknown(round)))
    const second = await time(() => (knownFirst ? pair.unknown(round) : pair.known(round)))
    if (round >= WARM_UP) differences.push(knownFirst ? first - second : second - first)
  }
  return bootstrapMedian(differences, random)
}

/** Whether the whole interval is too small to tell the sides apart. */
export function isIndistinguishable({ low, high }: Interval): boolean {
  return low > -INDISTINGUISHABLE_MS && high < INDISTINGUISHABLE_MS
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
