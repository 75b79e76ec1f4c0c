import { loadScript } from './load-script.ts'

type Failure = { readonly error?: { readonly type?: string; readonly message?: string } }

export type Made = Failure & { readonly confirmationToken?: { readonly id: string } }

/** As much of Stripe.js as is used. Source: https://docs.stripe.com/js */
type Element = {
  mount(place: HTMLElement): void
  on(event: 'ready' | 'loaderror', listener: () => void): void
}
export type Elements = {
  create(type: 'payment'): Element
  submit(): Promise<Failure>
}
export type Stripe = {
  elements(options: object): Elements
  createConfirmationToken(options: { elements: Elements }): Promise<Made>
}

/** Stripe.js for an account. @throws when it cannot be had */
export async function openStripe(script: string, publishableKey: string): Promise<Stripe> {
  await loadScript(script)
  const { Stripe: open } = globalThis as { Stripe?: (key: string) => Stripe }
  if (open === undefined) throw new Error('The script of the payment form is not what it should be.')
  return open(publishableKey)
}
