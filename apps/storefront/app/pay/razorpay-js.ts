import { loadScript } from './load-script.ts'

/** What the form hands over once it is paid. */
export type RazorpayProof = {
  readonly razorpay_order_id: string
  readonly razorpay_payment_id: string
  readonly razorpay_signature: string
}

/** As much of checkout.js as is used. Source: https://razorpay.com/docs/payments/payment-gateway/web-integration/standard/integration-steps */
type RazorpayOptions = {
  key: string
  order_id: string
  amount: number
  currency: string
  name: string
  handler: (proof: RazorpayProof) => void
  modal: { ondismiss: () => void }
}
type Razorpay = { open(): void; on(event: 'payment.failed', listener: () => void): void }

/** Opens Razorpay's form. @throws when its script cannot be had */
export async function openRazorpay(
  script: string,
  options: RazorpayOptions,
  onFailed: () => void,
): Promise<void> {
  await loadScript(script)
  const { Razorpay: Form } = globalThis as { Razorpay?: new (options: RazorpayOptions) => Razorpay }
  if (Form === undefined) throw new Error('The script of the payment form is not what it should be.')
  const form = new Form(options)
  form.on('payment.failed', onFailed)
  form.open()
}
