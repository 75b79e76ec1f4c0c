import type { Position } from './positions.ts'
import { settle, type Applicable, type Settlement } from './settle.ts'

/** What the buyer pays least with, and the promotions it is made with. */
export type Choice = Settlement & { readonly chosen: readonly Applicable[] }

/**
 * Chooses between all that may stand together and each that stands alone: whatever costs the buyer least, and of equal ones the
 * first. Since it is the least of all, one promotion more never raises the total.
 */
export function choosePromotions(
  positions: readonly Position[],
  applicable: readonly Applicable[],
  prices: 'inclusive' | 'exclusive',
): Choice {
  const inOrder = [...applicable].sort(byPosition)
  const stacking = (one: Applicable) => one.promotion.stacking
  const together = inOrder.filter((one) => stacking(one) !== 'alone')
  const alone = inOrder.filter((one) => stacking(one) === 'alone')
  let best: Choice = { chosen: together, ...settle(positions, together, prices) }
  for (const single of alone) {
    const chosen = inOrder.filter((one) => one === single || stacking(one) === 'with_all')
    const settlement = settle(positions, chosen, prices)
    if (settlement.total_minor < best.total_minor) best = { chosen, ...settlement }
  }
  return best
}

function byPosition({ promotion: left }: Applicable, { promotion: right }: Applicable): number {
  return left.position - right.position || (left.id < right.id ? -1 : 1)
}
