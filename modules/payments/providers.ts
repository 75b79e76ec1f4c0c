import type { PaymentsDeps } from './deps.ts'
import type { PaymentProvider } from './provider.ts'
import { nothingToPay } from './nothing-to-pay/nothing-to-pay.ts'
import { sandboxProvider } from './sandbox/sandbox-provider.ts'

/** The providers of this installation by code. A new one is one folder and one line here. */
export function providersOf(deps: PaymentsDeps): ReadonlyMap<string, PaymentProvider> {
  const providers = [sandboxProvider(deps), nothingToPay()]
  return new Map(providers.map((provider) => [provider.code, provider]))
}

/** A provider by the code that a payment was stored with. */
export function providerOf(providers: ReadonlyMap<string, PaymentProvider>, code: string): PaymentProvider {
  const provider = providers.get(code)
  if (provider === undefined) throw new Error(`The payment provider ${code} is not installed.`)
  return provider
}
