import { sql } from '@rampart/platform/db/sql.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { PaymentsDeps } from './deps.ts'
import type { PaymentProvider } from './provider.ts'
import { sendRefund } from './refund-payment.ts'
import type { PaymentRow } from './store/payment-row.ts'
import { claimOpenRefunds } from './store/refund-row.ts'

const BATCH = 50

/** Asks providers again for refunds that were set aside and never answered: a crash, a time-out. */
export const finishRefunds =
  (deps: PaymentsDeps, providers: ReadonlyMap<string, PaymentProvider>) =>
  async ({ call }: JobContext): Promise<void> => {
    for (const refund of await claimOpenRefunds(deps.db, BATCH)) {
      const payment = await deps.db.one<PaymentRow>(
        sql`SELECT * FROM payments.payments WHERE id = ${refund.payment_id}`,
      )
      try {
        await sendRefund(deps, providers, call, payment, refund)
      } catch (error) {
        deps.log.warn('a refund could not be sent; it will be tried again', { refund_id: refund.id, error })
      }
    }
  }
