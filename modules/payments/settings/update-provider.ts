import type { Payments } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from '../deps.ts'
import { lockProvider, switchProvider } from '../store/provider-row.ts'
import { type KnownProviders, setupIn } from './known-providers.ts'
import { isSetUp, providerView } from './provider-view.ts'

/** Offers a way to pay, or does not. Payments and refunds that are under way there go on. */
export const updateProvider =
  (deps: PaymentsDeps, known: KnownProviders): Handler<Payments, 'updateProvider'> =>
  async ({ provider, enabled, countries }, context) => {
    // The configuration decides about the sandbox, not who can sign in here.
    if (provider === 'sandbox') throw context.fail('NOT_FOUND')
    const setup = await deps.db.tx(async (tx) => {
      const was = setupIn(deps, await lockProvider(tx, provider))
      const now = { ...was, enabled, countries: countries ?? was.countries }
      if (enabled && !isSetUp(provider, now)) throw context.fail('PAYMENTS_NOT_SET_UP')
      await switchProvider(tx, provider, enabled, now.countries)
      await known.announce(tx)
      await deps.audit.record(tx, context, {
        action: enabled ? 'payments.provider-switched-on' : 'payments.provider-switched-off',
        subject_type: 'payment_provider',
        subject_id: provider,
        before: { enabled: was.enabled, countries: was.countries },
        after: { enabled, countries: now.countries },
      })
      return now
    })
    return providerView(deps, provider, setup)
  }
