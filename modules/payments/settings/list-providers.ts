import { PaymentMethod } from '@rampart/contracts/payments/payment-method.ts'
import type { Payments } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from '../deps.ts'
import type { KnownProviders } from './known-providers.ts'
import { providerView } from './provider-view.ts'

/** Every way to pay that this version knows, in their order. */
export const listProviders =
  (deps: PaymentsDeps, known: KnownProviders): Handler<Payments, 'listProviders'> =>
  async () => ({
    items: await Promise.all(
      PaymentMethod.options.map(async (code) => providerView(deps, code, await known.setupOf(code))),
    ),
  })
