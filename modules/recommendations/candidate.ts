import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'

export type Block = RawOutputOf<Recommendations, 'getRecommendations'>['blocks'][number]
export type Recommendation = Block['items'][number]

/** A product that may be shown, and why. `because` is the product that speaks for it. */
export type Candidate = {
  readonly product_id: string
  readonly reason: Recommendation['reason']['type']
  readonly because: string | null
}

/** Candidates under a heading, best first. */
export type Wanted = { readonly kind: Block['kind']; readonly candidates: readonly Candidate[] }
