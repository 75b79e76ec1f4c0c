import type { Payments } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from '../deps.ts'
import { isUnderWay, keepKeys, lockProvider } from '../store/provider-row.ts'
import { keyFormOf } from './key-forms.ts'
import type { KnownProviders } from './known-providers.ts'

/** Forgets a provider's keys, unless money is on its way there. It is not offered any more. */
export const removeProviderKeys =
  (deps: PaymentsDeps, known: KnownProviders): Handler<Payments, 'removeProviderKeys'> =>
  async ({ provider }, context) => {
    if (keyFormOf(provider) === null) throw context.fail('NOT_FOUND')
    await deps.db.tx(async (tx) => {
      const { sealed_keys } = await lockProvider(tx, provider)
      if (sealed_keys === null) throw context.fail('NOT_FOUND')
      if (await isUnderWay(tx, provider)) throw context.fail('PAYMENTS_PROVIDER_IN_USE')
      await keepKeys(tx, provider, null)
      await known.announce(tx)
      await deps.audit.record(tx, context, {
        action: 'payments.keys-removed',
        subject_type: 'payment_provider',
        subject_id: provider,
      })
    })
    return null
  }
