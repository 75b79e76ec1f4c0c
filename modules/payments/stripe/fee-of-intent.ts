import { z } from 'zod'
import type { PaymentProvider } from '../provider.ts'
import { fromStripeAmount } from './amounts.ts'
import { pathOf } from './fetch-intent.ts'
import { refusalOf, type StripeApi, unexpected } from './stripe-api.ts'

const Charged = z.object({
  latest_charge: z
    .object({
      balance_transaction: z
        .object({ fee: z.int().min(0), currency: z.string().regex(/^[a-z]{3}$/) })
        .nullish(),
    })
    .nullish(),
})

/** What Stripe kept, in the currency it settles in. Source: https://docs.stripe.com/api/balance_transactions/object */
export const feeOfIntent =
  (api: StripeApi): NonNullable<PaymentProvider['fee']> =>
  async (context, reference) => {
    const query = { 'expand[]': 'latest_charge.balance_transaction' }
    const answer = await api.get(context, pathOf(reference), query)
    const refusal = refusalOf(answer)
    if (refusal !== null) throw unexpected(refusal)
    const settled = Charged.parse(answer.body).latest_charge?.balance_transaction
    return settled == null ? null : fromStripeAmount(settled.fee, settled.currency)
  }
