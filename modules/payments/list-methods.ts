import type { Payments } from '@rampart/contracts/payments.ts'
import { PaymentMethod } from '@rampart/contracts/payments/payment-method.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentProvider } from './provider.ts'

/** The ways to pay that this shop offers. */
export const listMethods =
  (providers: ReadonlyMap<string, PaymentProvider>): Handler<Payments, 'listMethods'> =>
  async ({ country = null }) => {
    const all = [...providers.values()]
    const offered = await Promise.all(all.map((provider) => isOfferedFor(provider, country)))
    return {
      methods: all
        .filter((_provider, index) => offered[index])
        .map(({ code, name, description }) => ({ code: PaymentMethod.parse(code), name, description })),
    }
  }

/** Where an order goes has to be known for a way to pay that is not for everywhere. */
async function isOfferedFor(provider: PaymentProvider, country: string | null): Promise<boolean> {
  if (!(await provider.offered())) return false
  return provider.serves === undefined || (country !== null && (await provider.serves(country)))
}
