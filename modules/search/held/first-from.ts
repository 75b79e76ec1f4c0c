/** The place of the first that does not come before `start`, of what is in the order of its keys. */
export function firstFrom<T>(sorted: readonly T[], start: string, keyOf: (one: T) => string): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const one = sorted[middle]
    if (one !== undefined && keyOf(one) < start) from = middle + 1
    else to = middle
  }
  return from
}
