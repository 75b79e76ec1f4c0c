import type { PaymentsDeps } from '../deps.ts'
import type { KeySource, PaymentProvider } from '../provider.ts'
import { confirmOrder } from './confirm-order.ts'
import { feeOfOrder } from './fee-of-order.ts'
import { cancelOrder, fetchOrder } from './fetch-order.ts'
import type { RazorpayKeys } from './keys.ts'
import { listOrders } from './list-orders.ts'
import { openOrder } from './open-order.ts'
import { razorpayApi } from './razorpay-api.ts'
import { readRazorpayWebhook } from './read-webhook.ts'
import { refundAttempt } from './refund-attempt.ts'

/** Razorpay: an order there for each of ours, paid through its checkout form in the browser. */
export function razorpayProvider(deps: PaymentsDeps, keySource: KeySource<RazorpayKeys>): PaymentProvider {
  const api = razorpayApi(deps, keySource)
  return {
    code: 'razorpay',
    name: 'UPI, cards and netbanking',
    description: 'Pay by UPI, card, wallet or bank on the next page. Handled by Razorpay.',
    offered: async () => {
      const keys = await keySource()
      return keys !== null && keys.switched_off !== true && keys.webhook_secrets.length > 0
    },
    open: openOrder(api, deps.settings.public_url),
    fetch: fetchOrder(api),
    confirm: confirmOrder(api),
    cancel: cancelOrder(api),
    refund: refundAttempt(api),
    fee: feeOfOrder(api),
    list: listOrders(api),
    readWebhook: async (message, now) => {
      const keys = await keySource()
      return keys === null ? null : readRazorpayWebhook(keys, message, now)
    },
  }
}
