import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import { type DocumentContent, type DocumentKind, documentNumber, type Seller } from '../domain/document.ts'

/** A paper as a list of them shows it. */
export type DocumentRow = {
  id: string
  kind: DocumentKind
  number: string
  total_minor: number
  issued_at: string
}

export type Issued = DocumentRow & { currency: string; content: DocumentContent }

export type Due = { readonly id: string; readonly kind: DocumentKind; readonly up_to_minor: number | null }

/** The papers of an order `o`, in the order they were issued; null where there can be none. */
export const documentsOfOrder: Sql = sql`CASE WHEN o.status <> 'pending_payment' THEN (
    SELECT jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'number', d.number, 'total_minor', d.total_minor,
      'issued_at', to_char(d.issued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY d.id)
    FROM orders.documents d WHERE d.order_id = o.id) END`

/** Notes that a paper is to be written. An order has one invoice, however often it is asked for. */
export async function noteDue(
  tx: Tx,
  orderId: string,
  kind: DocumentKind,
  upTo: number | null = null,
): Promise<void> {
  await lockForPapers(tx, orderId)
  await tx.run(sql`
    INSERT INTO orders.documents_due (id, order_id, kind, up_to_minor)
    SELECT ${newId()}, o.id, ${kind}, ${upTo} FROM orders.orders o WHERE o.id = ${orderId}
      AND (${kind} = 'credit_note' OR NOT EXISTS (
        SELECT FROM orders.documents d WHERE d.order_id = o.id AND d.kind = 'invoice'))`)
}

// Before anything refers to the order: whoever held it for that and then wanted more would wait for another who does too.
async function lockForPapers(tx: Tx, orderId: string): Promise<void> {
  await tx.run(sql`SELECT id FROM orders.orders WHERE id = ${orderId} FOR NO KEY UPDATE`)
}

/** What is to be written for an order, first things first; nobody else writes it meanwhile. */
export async function takeDue(tx: Tx, orderId: string): Promise<Due[]> {
  await lockForPapers(tx, orderId)
  const due = await tx.many<Due>(sql`
    DELETE FROM orders.documents_due WHERE order_id = ${orderId} RETURNING id, kind, up_to_minor`)
  const rank = (kind: DocumentKind) => (kind === 'invoice' ? 0 : 1)
  return due.toSorted((a, b) => rank(a.kind) - rank(b.kind) || (a.id < b.id ? -1 : 1))
}

/** Orders for which something is to be written, the longest waiting first. */
export async function findDueOrders(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db.many<{ order_id: string }>(sql`
    SELECT order_id FROM orders.documents_due GROUP BY order_id ORDER BY min(due_at) LIMIT ${limit}`)
  return rows.map(({ order_id }) => order_id)
}

export async function countDueOrders(db: Queryable): Promise<number> {
  const { count } = await db.one<{ count: number }>(
    sql`SELECT count(DISTINCT order_id) AS count FROM orders.documents_due`,
  )
  return count
}

type NewDocument = {
  readonly order_id: string
  readonly kind: DocumentKind
  readonly total_minor: number
  readonly currency: string
  readonly content: DocumentContent
}

/**
 * Writes a paper under the next number of its kind and year. The number is taken by the same transaction: where that is
 * undone, the number is as if it had never been given. The year is that of UTC.
 */
export async function insertDocument(tx: Tx, document: NewDocument, now: Date): Promise<DocumentRow> {
  const year = now.getUTCFullYear()
  const { last } = await tx.one<{ last: number }>(sql`
    INSERT INTO orders.document_numbers AS n (kind, year, last) VALUES (${document.kind}, ${year}, 1)
    ON CONFLICT (kind, year) DO UPDATE SET last = n.last + 1 RETURNING last`)
  return tx.one<DocumentRow>(sql`
    INSERT INTO orders.documents (id, order_id, kind, year, sequence, number, total_minor, currency, content, issued_at)
    VALUES (${newId()}, ${document.order_id}, ${document.kind}, ${year}, ${last},
      ${documentNumber(document.kind, year, last)}, ${document.total_minor}, ${document.currency},
      ${JSON.stringify(document.content)}::jsonb, ${now})
    RETURNING id, kind, number, total_minor, issued_at`)
}

/** All papers of an order, with what they say. */
export async function findIssued(db: Queryable, orderId: string): Promise<Issued[]> {
  return db.many<Issued>(sql`
    SELECT id, kind, number, total_minor, currency, content, issued_at
    FROM orders.documents WHERE order_id = ${orderId} ORDER BY id`)
}

/** Who sells; null as long as nobody has said. */
export async function findSeller(db: Queryable): Promise<Seller | null> {
  const row = await db.maybe<{ seller: Seller }>(sql`SELECT seller FROM orders.invoice_settings`)
  return row?.seller ?? null
}

/** Answers who was named before; null the first time. */
export async function replaceSeller(tx: Tx, seller: Seller): Promise<Seller | null> {
  const before = await tx.maybe<{ seller: Seller }>(
    sql`SELECT seller FROM orders.invoice_settings FOR UPDATE`,
  )
  await tx.run(sql`
    INSERT INTO orders.invoice_settings (seller) VALUES (${JSON.stringify(seller)}::jsonb)
    ON CONFLICT (the_one) DO UPDATE SET seller = excluded.seller, updated_at = now()`)
  return before?.seller ?? null
}
