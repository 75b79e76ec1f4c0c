/** The whole part of `amount × part / of`, exact for all safe integers that are not negative. */
export function floorShare(amount: number, part: number, of: number): number {
  const product = amount * part
  if (Number.isSafeInteger(product)) return (product - (product % of)) / of
  return Number((BigInt(amount) * BigInt(part)) / BigInt(of))
}

/** What `floorShare` leaves over: from 0 to below `of`. */
export function shareRemainder(amount: number, part: number, of: number): number {
  const product = amount * part
  if (Number.isSafeInteger(product)) return product % of
  return Number((BigInt(amount) * BigInt(part)) % BigInt(of))
}

/** `amount × part / of`, rounded half up, exact for all safe integers that are not negative. */
export function roundShare(amount: number, part: number, of: number): number {
  const left = shareRemainder(amount, part, of)
  return floorShare(amount, part, of) + (left >= of - left ? 1 : 0)
}
