import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { LedgerLine } from '../domain/ledger.ts'

/** Books the lines of one transaction on a payment. */
export async function insertLedger(
  tx: Tx,
  payment: { readonly id: string; readonly currency: string },
  description: string,
  lines: readonly LedgerLine[],
): Promise<void> {
  const rows = lines.map((line) => ({ ...line, id: newId() }))
  await tx.run(sql`
    INSERT INTO payments.ledger_entries
      (id, transaction_id, payment_id, account, debit_minor, credit_minor, currency, description)
    SELECT l.id, ${newId()}, ${payment.id}, l.account, l.debit_minor, l.credit_minor, ${payment.currency}, ${description}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS l (id uuid, account text, debit_minor bigint, credit_minor bigint)`)
}
