import type { PublicClient } from '@rampart/client/public-client.ts'

/** Whose word signs people in here. */
export async function loadProviders(client: PublicClient) {
  return (await client.identity.listSignInProviders({})).items
}

export type Providers = Awaited<ReturnType<typeof loadProviders>>

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

export type ExternalProblem = (typeof problems)[number]

/** Why somebody came back from a provider with nothing; null for anything that is not one of the reasons. */
export function externalProblem(url: URL): ExternalProblem | null {
  const given = url.searchParams.get('problem')
  return problems.find((problem) => problem === given) ?? null
}
