const CUT = 10

/** NDCG@10 with the gain 2^grade − 1; what has no grade gains nothing. Null where nothing has a grade above 0. */
export function gradedNdcg(ranked: readonly string[], grades: ReadonlyMap<string, number>): number | null {
  const ideal = sum([...grades.values()].sort((a, b) => b - a))
  return ideal === 0 ? null : sum(ranked.map((id) => grades.get(id) ?? 0)) / ideal
}

function sum(grades: readonly number[]): number {
  return grades
    .slice(0, CUT)
    .reduce((total, grade, place) => total + (2 ** grade - 1) / Math.log2(place + 2), 0)
}
