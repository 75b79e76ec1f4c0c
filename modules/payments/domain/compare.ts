/** How a payment stands in one of two books; minor units. */
export type Booked = { readonly captured: boolean; readonly amount_minor: number; readonly currency: string }

export type Difference = 'captured_there' | 'amount_differs' | 'unknown_here' | 'not_captured_there'

/**
 * What the provider's book and ours say differently about one payment; null when they agree. `here` null: we know
 * none. What nobody paid is no difference, whoever knows of it.
 */
export function differenceOf(there: Booked, here: Booked | null): Difference | null {
  if (here === null) return there.captured ? 'unknown_here' : null
  if (!there.captured) return here.captured ? 'not_captured_there' : null
  if (there.amount_minor !== here.amount_minor || there.currency !== here.currency) return 'amount_differs'
  return here.captured ? null : 'captured_there'
}
