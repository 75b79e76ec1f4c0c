import { safeEqual } from '@rampart/platform/crypto/tokens.ts'
import type { PaymentProvider } from '../provider.ts'
import { hexDigest } from '../webhook-digest.ts'
import { fetchOrder } from './fetch-order.ts'
import type { RazorpayApi } from './razorpay-api.ts'

/**
 * Checks what Razorpay's form handed to the browser: HMAC-SHA-256 over our own order's reference and the attempt, by
 * the key secret. The amount is not in it, so the order is looked up before anything counts.
 * Source: https://razorpay.com/docs/payments/payment-gateway/s2s-integration/test-s2s/best-practices/security
 */
export const confirmOrder = (api: RazorpayApi): NonNullable<PaymentProvider['confirm']> => {
  const fetchState = fetchOrder(api)
  return async (context, { reference, proof }) => {
    const { key_secret } = await api.keys()
    const attempt = proof['razorpay_payment_id'] ?? ''
    const signature = proof['razorpay_signature'] ?? ''
    if (!safeEqual(signature, hexDigest(key_secret, `${reference}|${attempt}`))) return null
    return { state: await fetchState(context, reference), next_action: null, declined: false }
  }
}
