import type { Scope } from './scope.ts'

/** Minor units by ISO 4217 code. A currency that is not there has no such amount; nothing is ever converted. */
export type Amounts = Readonly<Record<string, number>>

/** What is taken off: a share in hundredths of a percent (1 to 10,000), at most so much; or an amount. */
export type Gain =
  | { readonly kind: 'percentage'; readonly percent_bp: number; readonly at_most: Amounts | null }
  /** Once, spread over the articles, or off each piece. */
  | { readonly kind: 'amount'; readonly amount: Amounts; readonly per: 'order' | 'piece' }

/** From so many pieces, or from so much, on. */
export type Tier = {
  readonly from: { readonly pieces: number } | { readonly value: Amounts }
  readonly gain: Gain
}

/** What a promotion does. */
export type Action =
  | Gain
  | {
      readonly kind: 'buy_get'
      readonly buy: number
      readonly get: number
      /** 10,000 makes the pieces free. */
      readonly percent_bp: number
      /** How often at most; null is without end. */
      readonly at_most_times: number | null
      /** Where the reduced pieces come from; null is the promotion's own scope. */
      readonly reward: Scope | null
    }
  /** The highest tier that is reached counts, alone. */
  | { readonly kind: 'tiered'; readonly tiers: readonly Tier[] }
  | { readonly kind: 'free_shipping'; readonly at_most: Amounts | null }

/** A rule that the merchant has put in force. */
export type Promotion = {
  readonly id: string
  /** The smaller applies first; of equal ones the one with the smaller id. */
  readonly position: number
  /** From this moment on, and up to but without that one. */
  readonly starts_at: Date | null
  readonly ends_at: Date | null
  /** For whoever is in one of them; empty is for everybody. */
  readonly segments: readonly string[]
  readonly needs_coupon: boolean
  /** Beside everything; beside all but those that stand alone; or alone (with the first kind still). */
  readonly stacking: 'with_all' | 'with_others' | 'alone'
  readonly scope: Scope
  /** What must be bought within the scope, at prices before any discount. */
  readonly minimum: { readonly pieces: number; readonly value: Amounts | null }
  readonly action: Action
}
