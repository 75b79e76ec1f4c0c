/** What a method costs for an order of this value, in minor units: nothing from `free_over_minor` on. */
export function rateFor(
  method: { readonly price_minor: number; readonly free_over_minor: number | null },
  subtotalMinor: number,
): number {
  return method.free_over_minor !== null && subtotalMinor >= method.free_over_minor ? 0 : method.price_minor
}
