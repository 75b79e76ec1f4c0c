import { currencyDigits } from '@rampart/platform/money/money.ts'

/**
 * Whether Razorpay can move exactly this amount. It counts in the currency's own minor units, as we do; of three
 * decimals the last is kept zero, as card schemes want it.
 * Source: https://razorpay.com/docs/api/orders/create, https://razorpay.com/docs/api/payments/capture
 */
export function isPayable(minor: number, currency: string): boolean {
  const digits = currencyDigits(currency)
  return digits <= 2 || (digits === 3 && minor % 10 === 0)
}
