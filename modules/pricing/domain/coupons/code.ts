/** A code as it is compared and kept: without spaces and hyphens, in capitals, in one form of Unicode. */
export function couponCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
}
