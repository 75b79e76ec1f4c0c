import { cashProvider } from './cash/cash-provider.ts'
import type { PaymentsDeps } from './deps.ts'
import { nothingToPay } from './nothing-to-pay/nothing-to-pay.ts'
import type { KeySource, PaymentProvider } from './provider.ts'
import type { RazorpayKeys } from './razorpay/keys.ts'
import { razorpayProvider } from './razorpay/razorpay-provider.ts'
import { sandboxProvider } from './sandbox/sandbox-provider.ts'
import type { KnownProviders } from './settings/known-providers.ts'
import type { StripeKeys } from './stripe/keys.ts'
import { stripeProvider } from './stripe/stripe-provider.ts'

/** Where the keys of the providers come from. One that is left out is not installed. */
export type ProviderKeys = {
  readonly stripe?: KeySource<StripeKeys>
  readonly razorpay?: KeySource<RazorpayKeys>
}

/** The providers of this installation by code. A new one is one folder and one line here. */
export function providersOf(
  deps: PaymentsDeps,
  known: KnownProviders,
  keys: ProviderKeys,
): ReadonlyMap<string, PaymentProvider> {
  const providers = [
    sandboxProvider(deps),
    nothingToPay(),
    cashProvider(deps, known),
    ...(keys.stripe === undefined ? [] : [stripeProvider(deps, keys.stripe)]),
    ...(keys.razorpay === undefined ? [] : [razorpayProvider(deps, keys.razorpay)]),
  ]
  return new Map(providers.map((provider) => [provider.code, provider]))
}

/** A provider by the code that a payment was stored with. */
export function providerOf(providers: ReadonlyMap<string, PaymentProvider>, code: string): PaymentProvider {
  const provider = providers.get(code)
  if (provider === undefined) throw new Error(`The payment provider ${code} is not installed.`)
  return provider
}
