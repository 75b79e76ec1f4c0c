import { takeOf, type Cut } from './cuts/cut.ts'
import type { Explanation } from './explanation.ts'
import type { Position } from './positions.ts'
import type { Promotion } from './promotion.ts'
import { taxAmount } from './tax/tax-amount.ts'

/** A promotion that applies, with the coupon that opened it. */
export type Applicable = {
  readonly promotion: Promotion
  readonly coupon: string | null
  readonly cuts: readonly Cut[]
}

/** What a promotion has taken off one position. */
export type Take = {
  readonly promotion_id: string
  readonly coupon: string | null
  readonly position: number
  readonly amount_minor: number
  /** Less was left than the promotion would have taken. */
  readonly limited: boolean
  readonly explanation: Explanation
}

export type Settlement = {
  readonly takes: readonly Take[]
  /** With tax and shipping. */
  readonly total_minor: number
}

/** Takes the promotions off, one after the other, each off what those before it left. */
export function settle(
  positions: readonly Position[],
  applicable: readonly Applicable[],
  prices: 'inclusive' | 'exclusive',
): Settlement {
  const left = positions.map((position) => position.list_minor)
  const takes: Take[] = []
  for (const { promotion, coupon, cuts } of applicable) {
    for (const cut of cuts) {
      const before = left[cut.position] ?? 0
      const amount = takeOf(cut, before)
      if (amount === 0) continue
      left[cut.position] = before - amount
      const limited = cut.part === cut.of && cut.at_most !== null && amount < cut.at_most
      takes.push({
        ...{ promotion_id: promotion.id, coupon, position: cut.position },
        ...{ amount_minor: amount, limited, explanation: cut.explanation },
      })
    }
  }
  const total = positions.reduce(
    (sum, { rate_bp }, index) => sum + taxAmount(left[index] ?? 0, rate_bp, prices).total_minor,
    0,
  )
  return { takes, total_minor: total }
}
