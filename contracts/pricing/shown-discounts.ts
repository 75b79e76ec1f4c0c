import { z } from 'zod'
import { MoneyOut } from '@rampart/platform/contract/fields.ts'
import { Explanation, Refusal, RefusalFacts } from './explanations.ts'

/** What a promotion takes off a whole cart or order, in the words that buyers read. */
export const ShownDiscount = z.strictObject({
  name: z.string(),
  coupon: z.string().nullable(),
  amount: MoneyOut,
})

/** What a promotion takes off one line, and why. */
export const ShownLineDiscount = z.strictObject({ ...ShownDiscount.shape, explanation: Explanation })

/** Net and tax of what is taxed at one rate, such as "19" or "5.5". */
export const ShownTax = z.strictObject({ rate_percent: z.string(), net: MoneyOut, tax: MoneyOut })

/** What became of a coupon that was entered. One that takes nothing off says why. */
export const ShownCoupon = z.strictObject({
  code: z.string(),
  applied: z.boolean(),
  refused: Refusal.nullable(),
  facts: RefusalFacts.nullable(),
})
