import type { PaymentStandIns } from '@rampart/platform/config/payment-stand-ins.ts'
import type { Outside } from '@rampart/platform/http/security-headers.ts'

/** A provider's own form: where its script is, and what it needs of a page's policy. */
type PaymentForm = Outside & { readonly script: string }

/**
 * The forms of the payment providers. Each may stand on its own page alone (decision 0013).
 * Sources: https://docs.stripe.com/security/guide#content-security-policy,
 * https://razorpay.com/docs/payments/payment-gateway/web-integration/standard/integration-steps
 */
export function paymentForms({
  stripe,
  razorpay,
}: PaymentStandIns): Readonly<Record<'stripe' | 'razorpay', PaymentForm>> {
  return {
    stripe:
      stripe === null
        ? {
            script: 'https://js.stripe.com/v3/',
            frames: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
            requests: ['https://api.stripe.com'],
            pictures: ['https://*.stripe.com'],
          }
        : standIn(stripe, '/v3/'),
    razorpay:
      razorpay === null
        ? {
            script: 'https://checkout.razorpay.com/v1/checkout.js',
            frames: ['https://api.razorpay.com', 'https://checkout.razorpay.com'],
            requests: ['https://*.razorpay.com'],
            pictures: ['https://*.razorpay.com'],
          }
        : standIn(razorpay, '/v1/checkout.js'),
  }
}

function standIn(origin: string, script: string): PaymentForm {
  return { script: origin + script, frames: [origin], requests: [origin], pictures: [origin] }
}
