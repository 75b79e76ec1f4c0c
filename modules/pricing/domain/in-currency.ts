import type { Amounts, Gain, Promotion, Tier } from './promotion.ts'

/** Whether all amounts that a promotion speaks of are given in the currency. */
export function isInCurrency({ action, minimum }: Promotion, currency: string): boolean {
  const given = (amounts: Amounts | null) => amounts === null || amounts[currency] !== undefined
  const gains = (gain: Gain) => given(gain.kind === 'amount' ? gain.amount : gain.at_most)
  const reached = ({ from, gain }: Tier) => given('value' in from ? from.value : null) && gains(gain)
  if (!given(minimum.value)) return false
  switch (action.kind) {
    case 'percentage':
    case 'amount':
      return gains(action)
    case 'tiered':
      return action.tiers.every(reached)
    case 'free_shipping':
      return given(action.at_most)
    case 'buy_get':
      return true
  }
}
