const problems = [
  'denied',
  'unavailable',
  'expired',
  'refused',
  'unverified',
  'known',
  'too-many',
  'taken',
] as const

/** Why somebody came back from a provider with nothing; null for anything that is not one of the reasons. */
export function externalProblem(params: URLSearchParams) {
  const given = params.get('problem')
  return problems.find((problem) => problem === given) ?? null
}
