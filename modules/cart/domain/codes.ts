/** A code that was entered, as a cart keeps it: a coupon by its code, a gift card by its id alone. */
export type Code =
  | { readonly kind: 'coupon'; readonly code: string }
  | { readonly kind: 'gift_card'; readonly gift_card_id: string }

/** The most codes in a cart, coupons and gift cards together. */
export const MAX_CODES = 10

/** What a code is known by in its cart. */
export function keyOf(code: Code): string {
  return code.kind === 'coupon' ? code.code : code.gift_card_id
}

/** The codes, and those of `more` that are not among them. The first count where there are too many. */
export function withCodes(codes: readonly Code[], more: readonly Code[]): Code[] {
  const known = new Set(codes.map(keyOf))
  return [...codes, ...more.filter((code) => !known.has(keyOf(code)))].slice(0, MAX_CODES)
}

/** The codes as `pricing` asks for them. */
export function sortedCodes(codes: readonly Code[]): { coupons: string[]; gift_card_ids: string[] } {
  return {
    coupons: codes.flatMap((code) => (code.kind === 'coupon' ? [code.code] : [])),
    gift_card_ids: codes.flatMap((code) => (code.kind === 'gift_card' ? [code.gift_card_id] : [])),
  }
}
