import { sql } from '@rampart/platform/db/sql.ts'
import type { PaymentsDeps } from '../deps.ts'
import type { PaymentProvider, ProviderState } from '../provider.ts'
import type { KnownProviders } from '../settings/known-providers.ts'

export const CASH = 'cash_on_delivery'

/**
 * Cash at the door. Nobody else keeps books about it, so our own row says how it stands: due until staff note that it
 * was taken. What is paid back is handed over by the shop itself.
 */
export function cashProvider({ db }: PaymentsDeps, known: KnownProviders): PaymentProvider {
  const stateOf = async (reference: string, status: ProviderState['status']): Promise<ProviderState> => {
    const row = await db.one<{ amount_minor: number; currency: string }>(sql`
      SELECT amount_minor, currency FROM payments.payments
      WHERE provider = ${CASH} AND provider_reference = ${reference}`)
    return { status, ...row }
  }
  return {
    code: CASH,
    name: 'Cash on delivery',
    description: 'Pay the courier when the parcel arrives.',
    offered: async () => (await known.setupOf(CASH)).enabled,
    serves: async (country) => (await known.setupOf(CASH)).countries?.includes(country) ?? false,
    open: (_context, { payment_id }) => Promise.resolve({ reference: payment_id, next_action: null }),
    fetch: (_context, reference) => stateOf(reference, 'open'),
    cancel: (_context, reference) => stateOf(reference, 'cancelled'),
    refund: () => Promise.resolve('succeeded'),
    list: () => nothing(),
    readWebhook: () => Promise.resolve(null),
  }
}

async function* nothing(): AsyncGenerator<never> {}
