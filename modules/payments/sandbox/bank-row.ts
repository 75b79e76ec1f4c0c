import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ListedPayment, ProviderState } from '../provider.ts'

/** A payment in the sandbox bank's own books. */
export type BankRow = {
  reference: string
  order_id: string
  amount_minor: number
  currency: string
  status: 'open' | 'approving' | 'approved' | 'declined' | 'cancelled'
  approves_at: string | null
  return_url: string
}

export async function findBankRow(db: Queryable, reference: string): Promise<BankRow | null> {
  return db.maybe<BankRow>(sql`SELECT * FROM payments.sandbox_payments WHERE reference = ${reference}`)
}

/** Decides an open payment, once. Null when it was decided before, or there is none. */
export async function decideBankRow(
  db: Queryable,
  reference: string,
  status: 'approving' | 'approved' | 'declined' | 'cancelled',
  approvesAt: Date | null = null,
): Promise<BankRow | null> {
  return db.maybe<BankRow>(sql`
    UPDATE payments.sandbox_payments SET status = ${status}, approves_at = ${approvesAt}
    WHERE reference = ${reference} AND status = 'open'
    RETURNING *`)
}

/** Turns an approval whose time has come into a fact. Answers the payment as it stands. */
export async function ripenBankRow(db: Queryable, reference: string): Promise<BankRow | null> {
  await db.run(sql`
    UPDATE payments.sandbox_payments SET status = 'approved'
    WHERE reference = ${reference} AND status = 'approving' AND approves_at <= now()`)
  return findBankRow(db, reference)
}

const stateOf = {
  open: 'open',
  approving: 'open',
  approved: 'captured',
  declined: 'failed',
  cancelled: 'cancelled',
} as const

/** The bank's books in the words of every provider. */
export function providerState(row: BankRow): ProviderState {
  return { status: stateOf[row.status], amount_minor: row.amount_minor, currency: row.currency }
}

/** The bank's books of a period. */
export async function* listBankRows(db: Queryable, since: Date, until: Date): AsyncIterable<ListedPayment> {
  const rows = await db.many<BankRow>(sql`
    SELECT * FROM payments.sandbox_payments WHERE created_at >= ${since} AND created_at < ${until}
    ORDER BY created_at`)
  for (const row of rows) yield { reference: row.reference, state: providerState(row) }
}
