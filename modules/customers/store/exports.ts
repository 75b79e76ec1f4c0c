import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Customers } from '@rampart/contracts/customers.ts'

/** An export as its owner sees it. */
export type ExportRow = OutputOf<Customers, 'requestExport'>

const columns = sql`id, status, requested_at, ready_at, expires_at, size`

/** Lets one change at a time happen to the exports of one customer. */
export async function lockExports(tx: Tx, accountId: string): Promise<void> {
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('customers.exports:' || ${accountId}::text, 0))`,
  )
}

/** What stands in the way of another export: one that is being made, or one made after `since`. */
export async function findHindrance(
  tx: Tx,
  accountId: string,
  since: Date,
): Promise<'queued' | 'ready' | null> {
  const row = await tx.maybe<{ status: string }>(sql`
    SELECT status FROM customers.exports
    WHERE account_id = ${accountId}
      AND (status = 'queued' OR status IN ('ready', 'expired') AND requested_at > ${since})
    ORDER BY status = 'queued' DESC LIMIT 1`)
  if (row === null) return null
  return row.status === 'queued' ? 'queued' : 'ready'
}

export async function insertExport(tx: Tx, accountId: string, id: string, now: Date): Promise<ExportRow> {
  return tx.one<ExportRow>(sql`
    INSERT INTO customers.exports (id, account_id, status, requested_at)
    VALUES (${id}, ${accountId}, 'queued', ${now}) RETURNING ${columns}`)
}

/** A customer's exports, newest first. */
export async function listExportRows(q: Queryable, accountId: string): Promise<ExportRow[]> {
  return q.many<ExportRow>(sql`
    SELECT ${columns} FROM customers.exports WHERE account_id = ${accountId} ORDER BY id DESC`)
}

/** Whose export waits to be made; null when it is made, given up or gone with its owner. */
export async function findQueuedExport(q: Queryable, id: string): Promise<{ account_id: string } | null> {
  return q.maybe<{ account_id: string }>(
    sql`SELECT account_id FROM customers.exports WHERE id = ${id} AND status = 'queued'`,
  )
}

type Made = { readonly archive: Buffer; readonly size: number; readonly expires: Date }

/** Hands an archive over to its owner; false when somebody else has, or the owner has left. */
export async function storeArchive(tx: Tx, id: string, made: Made, now: Date): Promise<boolean> {
  const stored = await tx.run(sql`
    UPDATE customers.exports
    SET status = 'ready', archive = ${made.archive}, size = ${made.size}, ready_at = ${now}, expires_at = ${made.expires}
    WHERE id = ${id} AND status = 'queued'`)
  return stored > 0
}

/** Says that an export will not come. */
export async function failExport(q: Queryable, id: string): Promise<void> {
  await q.run(sql`UPDATE customers.exports SET status = 'failed' WHERE id = ${id} AND status = 'queued'`)
}

/** Some bytes of the sealed archive of an export of this customer, while it can be fetched. */
export async function findArchivePart(
  q: Queryable,
  whose: { readonly export_id: string; readonly account_id: string },
  { from, length }: { readonly from: number; readonly length: number },
  now: Date,
): Promise<{ sealed: Buffer; size: number; ready_at: string } | null> {
  return q.maybe<{ sealed: Buffer; size: number; ready_at: string }>(sql`
    SELECT substring(archive FROM ${from + 1}::integer FOR ${length}::integer) AS sealed, size, ready_at
    FROM customers.exports
    WHERE id = ${whose.export_id} AND account_id = ${whose.account_id} AND status = 'ready' AND expires_at > ${now}`)
}

/** Removes archives that are too old, gives up exports whose job was given up, and forgets old ones altogether. */
export async function expireExportRows(
  q: Queryable,
  now: Date,
  { givenUp, forgotten }: { readonly givenUp: Date; readonly forgotten: Date },
): Promise<void> {
  await q.run(sql`
    UPDATE customers.exports SET status = 'expired', archive = NULL WHERE status = 'ready' AND expires_at <= ${now}`)
  await q.run(
    sql`UPDATE customers.exports SET status = 'failed' WHERE status = 'queued' AND requested_at < ${givenUp}`,
  )
  await q.run(
    sql`DELETE FROM customers.exports WHERE status IN ('expired', 'failed') AND requested_at < ${forgotten}`,
  )
}

/** Removes all exports of a customer. */
export async function deleteExports(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`DELETE FROM customers.exports WHERE account_id = ${accountId}`)
}
