import { sql } from '@rampart/platform/db/sql.ts'
import type { PaymentsDeps } from '../deps.ts'
import type { PaymentProvider, ProviderState } from '../provider.ts'
import { decideBankRow, findBankRow, listBankRows, providerState, ripenBankRow } from './bank-row.ts'
import { isSigned, SIGNATURE_HEADER } from './signature.ts'
import { readMessage } from './webhook-message.ts'

/** What the webhook's signing key is derived for. */
export const WEBHOOK_KEY = 'payments:sandbox-webhook'

/** A bank for trying things out. No money moves, but everything else does what a real provider does. */
export function sandboxProvider(deps: PaymentsDeps): PaymentProvider {
  const { db, settings } = deps
  const secret = deps.keys.derive(WEBHOOK_KEY)

  async function stateOf(reference: string): Promise<ProviderState> {
    const row = await ripenBankRow(db, reference)
    if (row === null) throw new Error('The sandbox bank knows no such payment.')
    return providerState(row)
  }

  return {
    code: 'sandbox',
    name: 'Sandbox bank',
    description: 'A test payment: approve or decline it on the next page. No money moves.',
    offered: () => Promise.resolve(settings.sandbox_payments),
    open: async (_context, request) => {
      await db.run(sql`
        INSERT INTO payments.sandbox_payments (reference, order_id, amount_minor, currency, return_url)
        VALUES (${request.payment_id}, ${request.order_id}, ${request.amount_minor}, ${request.currency}, ${request.return_url})
        ON CONFLICT (reference) DO NOTHING`)
      const url = `${settings.public_url}/pay/sandbox/${request.payment_id}`
      return { reference: request.payment_id, next_action: { type: 'redirect', url } }
    },
    fetch: (_context, reference) => stateOf(reference),
    cancel: async (_context, reference) => {
      await ripenBankRow(db, reference)
      await decideBankRow(db, reference, 'cancelled')
      await stopRipening(deps, reference)
      return stateOf(reference)
    },
    refund: async (_context, { reference, refund_id, amount_minor }) => {
      const row = await findBankRow(db, reference)
      if (row?.status !== 'approved') return 'failed'
      await db.run(sql`
        INSERT INTO payments.sandbox_refunds (refund_id, reference, amount_minor)
        VALUES (${refund_id}, ${reference}, ${amount_minor}) ON CONFLICT (refund_id) DO NOTHING`)
      return 'succeeded'
    },
    list: (_context, since, until) => listBankRows(db, since, until),
    readWebhook: async ({ raw_body, headers }, now) =>
      isSigned(secret, raw_body, headers[SIGNATURE_HEADER], now)
        ? readMessage(raw_body, settings.public_url)
        : null,
  }
}

/** An approval that has not come into force yet is withdrawn with the payment. */
async function stopRipening(deps: PaymentsDeps, reference: string): Promise<void> {
  await deps.db.run(sql`
    UPDATE payments.sandbox_payments SET status = 'cancelled'
    WHERE reference = ${reference} AND status = 'approving' AND approves_at > now()`)
}
