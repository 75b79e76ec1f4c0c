import { sql } from '@rampart/platform/db/sql.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { PaymentsDeps } from '../deps.ts'
import { feeLines } from '../domain/ledger.ts'
import type { PaymentProvider } from '../provider.ts'
import { insertLedger } from '../store/insert-ledger.ts'
import type { PaymentRow } from '../store/payment-row.ts'

const BATCH = 50

/** Asks what providers kept of captures, and books it once. Providers work that out some time after the capture. */
export const askFees =
  (deps: PaymentsDeps, providers: ReadonlyMap<string, PaymentProvider>) =>
  async ({ call }: JobContext): Promise<void> => {
    const withFees = [...providers.values()].filter(({ fee }) => fee !== undefined).map(({ code }) => code)
    for (const payment of await claimUnasked(deps, withFees)) {
      try {
        const fee = await providers.get(payment.provider)?.fee?.(call, payment.provider_reference)
        // In another currency than the payment's it belongs into other books.
        if (fee !== null && fee?.currency === payment.currency) await bookFee(deps, payment, fee.amount_minor)
      } catch (error) {
        deps.log.warn('the fee of a payment could not be asked for; it will be tried again', {
          payment_id: payment.id,
          error,
        })
      }
    }
  }

/** Captures of the last days without a fee, claimed for an hour. */
async function claimUnasked(deps: PaymentsDeps, codes: readonly string[]): Promise<PaymentRow[]> {
  return deps.db.many<PaymentRow>(sql`
    UPDATE payments.payments SET fee_asked_at = now()
    WHERE id IN (SELECT id FROM payments.payments
      WHERE provider = ANY(${codes}::text[]) AND captured_minor > 0 AND fee_minor IS NULL
        AND created_at > now() - interval '7 days'
        AND (fee_asked_at IS NULL OR fee_asked_at < now() - interval '1 hour')
      ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING *`)
}

async function bookFee(deps: PaymentsDeps, payment: PaymentRow, amountMinor: number): Promise<void> {
  await deps.db.tx(async (tx) => {
    const rows = await tx.run(sql`
      UPDATE payments.payments SET fee_minor = ${amountMinor} WHERE id = ${payment.id} AND fee_minor IS NULL`)
    if (rows === 1 && amountMinor > 0) await insertLedger(tx, payment, 'Fee', feeLines(amountMinor))
  })
}
