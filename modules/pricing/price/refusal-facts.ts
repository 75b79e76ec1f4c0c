import type { Promotion } from '../domain/promotion.ts'

/** What goes into the words of why a promotion does nothing. Null for a code that opens none. */
export function refusalFacts(promotion: Promotion | null, currency: string) {
  if (promotion === null) return { starts_at: null, ends_at: null, minimum_pieces: null, minimum_minor: null }
  const { starts_at, ends_at, minimum } = promotion
  return {
    starts_at: starts_at?.toISOString() ?? null,
    ends_at: ends_at?.toISOString() ?? null,
    minimum_pieces: minimum.pieces > 0 ? minimum.pieces : null,
    minimum_minor: minimum.value?.[currency] ?? null,
  }
}
