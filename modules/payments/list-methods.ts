import type { Payments } from '@rampart/contracts/payments.ts'
import { PaymentMethod } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentProvider } from './provider.ts'

/** The ways to pay that this shop offers. */
export const listMethods =
  (providers: ReadonlyMap<string, PaymentProvider>): Handler<Payments, 'listMethods'> =>
  async () => {
    const all = [...providers.values()]
    const offered = await Promise.all(all.map((provider) => provider.offered()))
    return {
      methods: all
        .filter((_provider, index) => offered[index])
        .map(({ code, name, description }) => ({ code: PaymentMethod.parse(code), name, description })),
    }
  }
