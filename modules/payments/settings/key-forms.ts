import { razorpayKeyForm } from '../razorpay/key-form.ts'
import { stripeKeyForm } from '../stripe/key-form.ts'
import type { KeyForm } from './key-form.ts'

/** The providers that have keys. A new one is one line here. */
const keyForms: readonly KeyForm[] = [stripeKeyForm, razorpayKeyForm]

export function keyFormOf(provider: string): KeyForm | null {
  return keyForms.find((form) => form.provider === provider) ?? null
}
