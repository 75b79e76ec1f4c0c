/** What takes off a percentage or an amount. */
export type GainExplanation =
  | {
      readonly code: 'percentage_off'
      readonly facts: { readonly percent_bp: number; readonly at_most_minor: number | null }
    }
  /** The amount is that of the whole promotion; the line has its share of it. */
  | { readonly code: 'amount_off_order'; readonly facts: { readonly amount_minor: number } }
  | {
      readonly code: 'amount_off_each'
      readonly facts: { readonly amount_minor: number; readonly pieces: number }
    }

/** Why a line is cheaper: a code for the words, which belong to the front ends, and what goes into them. */
export type Explanation =
  | GainExplanation
  /** So many pieces of this line are the reduced ones. */
  | {
      readonly code: 'pieces_reduced'
      readonly facts: {
        readonly buy: number
        readonly get: number
        readonly pieces: number
        readonly percent_bp: number
      }
    }
  | {
      readonly code: 'tier_reached'
      readonly facts: {
        readonly from_pieces: number | null
        readonly from_value_minor: number | null
        readonly gain: GainExplanation
      }
    }
  | { readonly code: 'free_shipping'; readonly facts: { readonly at_most_minor: number | null } }
