/** A change of what is on hand: by so many pieces, or to so many. */
export type StockChange =
  | { readonly by: number; readonly to: null; readonly reason: 'received' | 'adjusted' | 'counted' }
  | { readonly by: null; readonly to: number; readonly reason: 'counted' }

/** The most pieces of one variant that a person may enter. */
export const MAX_ON_HAND = 1_000_000

/** Reads a change; null when it gives neither or both, or changes nothing. */
export function readChange(delta: number | undefined, quantity: number | undefined): StockChange | null {
  if (delta === undefined && quantity !== undefined) return { by: null, to: quantity, reason: 'counted' }
  if (quantity !== undefined || delta === undefined || delta === 0) return null
  return { by: delta, to: null, reason: delta > 0 ? 'received' : 'adjusted' }
}
