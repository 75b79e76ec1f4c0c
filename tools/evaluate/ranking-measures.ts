const CUT = 10

/** Whether anything right stands among the first ten, 1 or 0. */
export function hitRate(ranked: readonly number[], right: ReadonlySet<number>): number {
  return ranked.slice(0, CUT).some((item) => right.has(item)) ? 1 : 0
}

/** NDCG@10 where each item is right or wrong. `right` is not empty. */
export function ndcg(ranked: readonly number[], right: ReadonlySet<number>): number {
  const gain = (place: number) => 1 / Math.log2(place + 2)
  let found = 0
  ranked.slice(0, CUT).forEach((item, place) => {
    if (right.has(item)) found += gain(place)
  })
  let best = 0
  for (let place = 0; place < Math.min(CUT, right.size); place++) best += gain(place)
  return found / best
}
