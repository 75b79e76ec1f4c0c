import { floorShare, shareRemainder } from './rounding.ts'

/**
 * Spreads an amount over weights in their proportion: whole parts first, then one minor unit each to those with the largest
 * remainders, of equal ones to the earlier. The shares always add up to the amount. Weights that are all 0 give it to the first.
 */
export function spread(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_, index) => (index === 0 ? amount : 0))
  const shares = weights.map((weight) => floorShare(amount, weight, whole))
  const missing = amount - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: shareRemainder(amount, weight, whole) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index)
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
