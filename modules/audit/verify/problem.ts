/** Something that is not what it was. `position` is null outside the chain. */
export type Problem = {
  readonly position: number | null
  readonly entry_id: string | null
  readonly why: string
}

/** The one that comes first in the chain; those outside it come last. */
export function firstOf(problems: readonly (Problem | null)[]): Problem | null {
  let first: Problem | null = null
  for (const problem of problems) {
    if (problem !== null && placeOf(problem) < placeOf(first)) first = problem
  }
  return first ?? problems.find((problem) => problem !== null) ?? null
}

function placeOf(problem: Problem | null): number {
  return problem?.position ?? Number.POSITIVE_INFINITY
}
