import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Difference } from '../domain/compare.ts'

export type FindingRow = {
  id: string
  provider: string
  reference: string
  kind: Difference | 'disputed'
  payment_id: string | null
  order_id: string | null
  there_minor: number | null
  here_minor: number | null
  here_currency: string | null
  currency: string
  found_at: string
  settled_at: string | null
  note: string | null
}

type NewFinding = Pick<
  FindingRow,
  'provider' | 'reference' | 'kind' | 'payment_id' | 'there_minor' | 'currency'
>

/** Writes a finding, once for each thing and kind. Answers whether it is a new one. */
export async function keepFinding(db: Queryable, finding: NewFinding, at: Date): Promise<boolean> {
  const rows = await db.run(sql`
    INSERT INTO payments.findings (id, provider, reference, kind, payment_id, there_minor, currency, found_at)
    VALUES (${newId()}, ${finding.provider}, ${finding.reference}, ${finding.kind}, ${finding.payment_id},
      ${finding.there_minor}, ${finding.currency}, ${at})
    ON CONFLICT (provider, reference, kind) DO NOTHING`)
  return rows === 1
}

/** The books agree about a payment by now: what was found about it has settled by itself. */
export async function settleAgreed(
  db: Queryable,
  provider: string,
  references: readonly string[],
  at: Date,
): Promise<void> {
  await db.run(sql`
    UPDATE payments.findings SET settled_at = ${at}
    WHERE provider = ${provider} AND reference = ANY(${references}::text[]) AND kind <> 'disputed'
      AND settled_at IS NULL`)
}

/** Settles an open finding by hand, once. */
export async function settleFindingRow(
  db: Queryable,
  id: string,
  by: string | null,
  note: string,
  at: Date,
): Promise<FindingRow | null> {
  const rows = await db.run(sql`
    UPDATE payments.findings SET settled_at = ${at}, settled_by = ${by}, note = ${note}
    WHERE id = ${id} AND settled_at IS NULL`)
  return rows === 1 ? findingById(db, id) : null
}

export async function findingById(db: Queryable, id: string): Promise<FindingRow | null> {
  return db.maybe<FindingRow>(sql`
    SELECT f.*, p.order_id, p.amount_minor AS here_minor, p.currency AS here_currency
    FROM payments.findings f LEFT JOIN payments.payments p ON p.id = f.payment_id WHERE f.id = ${id}`)
}

/** Open findings, the newest first, and those that were settled last. */
export async function findingRows(db: Queryable, limit: number): Promise<FindingRow[]> {
  return db.many<FindingRow>(sql`
    SELECT f.*, p.order_id, p.amount_minor AS here_minor, p.currency AS here_currency
    FROM payments.findings f LEFT JOIN payments.payments p ON p.id = f.payment_id
    ORDER BY (f.settled_at IS NULL) DESC, coalesce(f.settled_at, f.found_at) DESC, f.id DESC LIMIT ${limit}`)
}
