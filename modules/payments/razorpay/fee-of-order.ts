import type { PaymentProvider } from '../provider.ts'
import { attemptsOf, paidAttempt } from './order.ts'
import type { RazorpayApi } from './razorpay-api.ts'

/**
 * What Razorpay kept, its tax included, in the currency of the account, which is INR.
 * Source: https://razorpay.com/docs/api/payments/entity
 */
export const feeOfOrder =
  (api: RazorpayApi): NonNullable<PaymentProvider['fee']> =>
  async (context, reference) => {
    const fee = paidAttempt(await attemptsOf(api, context, reference))?.fee
    return fee == null ? null : { amount_minor: fee, currency: 'INR' }
  }
