import type { Payments } from '@rampart/contracts/payments.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { PaymentsDeps } from '../deps.ts'
import type { PaymentRow } from '../store/payment-row.ts'

type Entry = {
  payment_id: string
  account: string
  debit_minor: number
  credit_minor: number
  description: string
  occurred_at: string
}
type Row = PaymentRow & { fee_minor: number | null; total: number }

/** The money of each order, the newest first, with the entries that explain it. */
export const listLedger =
  (deps: PaymentsDeps): Handler<Payments, 'listLedger'> =>
  async ({ page, page_size, provider = null, moved = 'false' }) => {
    const rows = await deps.db.many<Row>(sql`
      SELECT *, count(*) OVER ()::int AS total FROM payments.payments
      WHERE (${provider}::text IS NULL OR provider = ${provider}) AND (${moved} = 'false' OR captured_minor > 0)
      ORDER BY created_at DESC, id DESC LIMIT ${page_size} OFFSET ${(page - 1) * page_size}`)
    const entries = await deps.db.many<Entry>(sql`
      SELECT payment_id, account, debit_minor, credit_minor, description, occurred_at FROM payments.ledger_entries
      WHERE payment_id = ANY(${rows.map(({ id }) => id)}::uuid[]) ORDER BY id`)
    return { items: rows.map((row) => moneyOf(row, entries)), page, page_size, total: rows[0]?.total ?? 0 }
  }

function moneyOf(row: Row, all: readonly Entry[]) {
  const { currency, captured_minor, refunded_minor, fee_minor } = row
  const money = (minor: number) => moneyOut(minor, currency)
  const entries = all.filter(({ payment_id }) => payment_id === row.id)
  const sum = (side: 'debit_minor' | 'credit_minor') =>
    entries.reduce((total, entry) => total + entry[side], 0)
  return {
    payment_id: row.id,
    order_id: row.order_id,
    provider: row.provider,
    provider_reference: row.provider_reference,
    status: row.status,
    amount: money(row.amount_minor),
    captured: money(captured_minor),
    refunded: money(refunded_minor),
    fee: fee_minor === null ? null : money(fee_minor),
    // Below zero when more was kept than is left, which a decimal text can say.
    kept: money(captured_minor - refunded_minor - (fee_minor ?? 0)),
    balanced: sum('debit_minor') === sum('credit_minor'),
    entries: entries.map(({ payment_id: _of, debit_minor, credit_minor, ...entry }) => ({
      ...entry,
      debit: money(debit_minor),
      credit: money(credit_minor),
    })),
    created_at: row.created_at,
  }
}
