import type { Payments } from '@rampart/contracts/payments.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { PaymentsDeps } from './deps.ts'
import { refundView } from './payment-view.ts'
import { paymentOfOrder } from './store/payment-row.ts'
import { linesOfRefunds } from './store/refund-lines.ts'
import type { RefundRow } from './store/refund-row.ts'

type LedgerRow = {
  account: string
  debit_minor: number
  credit_minor: number
  description: string
  occurred_at: string
}

/** The money of one order, as the back office explains it. */
export const listPayments =
  (deps: PaymentsDeps): Handler<Payments, 'listPayments'> =>
  async (input) => {
    const payment = await paymentOfOrder(deps.db, input.order_id)
    if (payment === null) return { payment: null, refunds: [], ledger: [] }
    const { currency } = payment
    const [refunds, ledger] = await Promise.all([
      deps.db.many<RefundRow>(
        sql`SELECT * FROM payments.refunds WHERE payment_id = ${payment.id} ORDER BY id`,
      ),
      deps.db.many<LedgerRow>(sql`
        SELECT account, debit_minor, credit_minor, description, occurred_at
        FROM payments.ledger_entries WHERE payment_id = ${payment.id} ORDER BY id`),
    ])
    const lines = await linesOfRefunds(
      deps.db,
      refunds.map(({ id }) => id),
    )
    return {
      payment: {
        id: payment.id,
        provider: payment.provider,
        provider_reference: payment.provider_reference,
        status: payment.status,
        amount: moneyOut(payment.amount_minor, currency),
        captured: moneyOut(payment.captured_minor, currency),
        refunded: moneyOut(payment.refunded_minor, currency),
        created_at: payment.created_at,
      },
      refunds: refunds.map((refund) => refundView(refund, lines, currency)),
      ledger: ledger.map(({ debit_minor, credit_minor, ...entry }) => ({
        ...entry,
        debit: moneyOut(debit_minor, currency),
        credit: moneyOut(credit_minor, currency),
      })),
    }
  }
