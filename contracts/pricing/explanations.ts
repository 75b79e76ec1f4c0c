import { z } from 'zod'
import { Minor, Timestamp } from '@rampart/platform/contract/fields.ts'

/** Hundredths of a percent, 10,000 being all of it. */
export const PercentBp = z.int().min(1).max(10_000)

const gains = [
  z.strictObject({
    code: z.literal('percentage_off'),
    facts: z.strictObject({ percent_bp: PercentBp, at_most_minor: Minor.nullable() }),
  }),
  /** The amount is that of the whole promotion; the line has its share of it. */
  z.strictObject({ code: z.literal('amount_off_order'), facts: z.strictObject({ amount_minor: Minor }) }),
  z.strictObject({
    code: z.literal('amount_off_each'),
    facts: z.strictObject({ amount_minor: Minor, pieces: z.int() }),
  }),
] as const

/** Why something is cheaper, as a code and what goes into its words. The words belong to the front ends. */
export const Explanation = z.discriminatedUnion('code', [
  ...gains,
  /** So many pieces of this line are the reduced ones. */
  z.strictObject({
    code: z.literal('pieces_reduced'),
    facts: z.strictObject({ buy: z.int(), get: z.int(), pieces: z.int(), percent_bp: PercentBp }),
  }),
  z.strictObject({
    code: z.literal('tier_reached'),
    facts: z.strictObject({
      from_pieces: z.int().nullable(),
      from_value_minor: Minor.nullable(),
      gain: z.discriminatedUnion('code', [...gains]),
    }),
  }),
  z.strictObject({
    code: z.literal('free_shipping'),
    facts: z.strictObject({ at_most_minor: Minor.nullable() }),
  }),
])

/** Why a promotion or a code does nothing for a cart. */
export const Refusal = z.enum([
  'coupon_unknown',
  'coupon_used_up',
  'coupon_used_by_you',
  'coupon_needed',
  'not_started',
  'ended',
  'not_for_you',
  'not_in_currency',
  'not_in_cart',
  'minimum_not_reached',
  'not_combined',
  'nothing_left',
])

/** What goes into the words of a refusal; null where it does not matter. */
export const RefusalFacts = z.strictObject({
  starts_at: Timestamp.nullable(),
  ends_at: Timestamp.nullable(),
  minimum_pieces: z.int().nullable(),
  minimum_minor: Minor.nullable(),
})
