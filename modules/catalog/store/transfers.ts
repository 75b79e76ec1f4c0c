import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ProblemKind } from '@rampart/contracts/catalog/transfers.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import type { ProductStatus } from '../domain/product.ts'
import { empty, type Sql, sql } from '@rampart/platform/db/sql.ts'

type View = RawOutputOf<Catalog, 'getTransfer'>

export type TransferRow = Omit<View, 'expires_at' | 'filter'> & {
  readonly filter: {
    q?: string
    status?: ProductStatus
    category?: string
    type_id?: string
    seller_id?: string
  } | null
  readonly packed: boolean
  readonly parts: number
  readonly heading: string[] | null
  readonly after: string | null
  readonly worker: string | null
  readonly changed_at: string
}

export type Problem = ProblemKind

const columns = sql`id, kind, format, packed, state, phase, file_name, size, received, parts, seller_id, records, total,
  created, updated, unchanged, refused, checked, own_format, columns, mapping, filter, heading, after, problem,
  problem_line, worker, created_at, changed_at, ended_at`

/** Of a seller their own; of others everybody's. */
const reach = (owner: string | null): Sql => sql`(${owner}::uuid IS NULL OR seller_id = ${owner})`

export type NewTransfer = Pick<
  TransferRow,
  'id' | 'kind' | 'format' | 'packed' | 'state' | 'phase' | 'file_name' | 'size' | 'seller_id' | 'filter'
> & { readonly created_by: string | null }

export async function insertTransfer(tx: Tx, transfer: NewTransfer, now: Date): Promise<TransferRow> {
  const { id, kind, format, packed, state, phase, file_name, size, seller_id, filter, created_by } = transfer
  return tx.one<TransferRow>(sql`
    INSERT INTO catalog.transfers
      (id, kind, format, packed, state, phase, file_name, size, seller_id, filter, created_by, queued_at, created_at, changed_at)
    VALUES (${id}, ${kind}, ${format}, ${packed}, ${state}, ${phase}, ${file_name}, ${size}, ${seller_id},
      ${filter === null ? null : JSON.stringify(filter)}, ${created_by},
      ${state === 'queued' ? now : null}, ${now}, ${now})
    RETURNING ${columns}`)
}

/** Lets one person's transfers be made one after another, so that they can be counted. */
export async function lockTransfersOf(tx: Tx, person: string | null): Promise<void> {
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('catalog.transfers:' || coalesce(${person}::text, ''), 0))`,
  )
}

/** How many of somebody's transfers are kept. */
export async function countTransfersOf(tx: Tx, person: string | null): Promise<number> {
  const { total } = await tx.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM catalog.transfers WHERE created_by IS NOT DISTINCT FROM ${person}::uuid`)
  return total
}

export async function findTransfer(
  q: Queryable,
  id: string,
  owner: string | null,
): Promise<TransferRow | null> {
  return q.maybe<TransferRow>(
    sql`SELECT ${columns} FROM catalog.transfers WHERE id = ${id} AND ${reach(owner)}`,
  )
}

/** The row stays as it is until the transaction ends. */
export async function lockTransfer(tx: Tx, id: string, owner: string | null): Promise<TransferRow | null> {
  return tx.maybe<TransferRow>(
    sql`SELECT ${columns} FROM catalog.transfers WHERE id = ${id} AND ${reach(owner)} FOR UPDATE`,
  )
}

type Kind = TransferRow['kind'] | undefined

export async function transferPage(
  q: Queryable,
  owner: string | null,
  kind: Kind,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: TransferRow[]; total: number }> {
  const condition = sql`${reach(owner)}${kind === undefined ? empty : sql` AND kind = ${kind}`}`
  const [rows, { total }] = await Promise.all([
    q.many<TransferRow>(sql`
      SELECT ${columns} FROM catalog.transfers WHERE ${condition} ORDER BY id DESC LIMIT ${limit} OFFSET ${offset}`),
    q.one<{ total: number }>(sql`SELECT count(*) AS total FROM catalog.transfers WHERE ${condition}`),
  ])
  return { rows, total }
}

/** What of a transfer changes; what is left out stays. Of JSON columns, the value. */
export type Change = Partial<{
  state: TransferRow['state']
  phase: TransferRow['phase']
  received: number
  size: number
  parts: number
  records: number
  total: number | null
  created: number
  updated: number
  unchanged: number
  refused: number
  checked: unknown
  own_format: boolean
  columns: unknown
  mapping: unknown
  heading: unknown
  after: string | null
  problem: Problem | null
  problem_line: number | null
  worker: string | null
  worker_seen_at: Date | null
  claims: number
  queued_at: Date | null
  ended_at: Date | null
}>

const json = new Set(['checked', 'columns', 'mapping', 'heading'])

const assignments: { readonly [K in keyof Change]-?: (value: unknown) => Sql } = {
  state: (value) => sql`state = ${value}`,
  phase: (value) => sql`phase = ${value}`,
  received: (value) => sql`received = ${value}`,
  size: (value) => sql`size = ${value}`,
  parts: (value) => sql`parts = ${value}`,
  records: (value) => sql`records = ${value}`,
  total: (value) => sql`total = ${value}`,
  created: (value) => sql`created = ${value}`,
  updated: (value) => sql`updated = ${value}`,
  unchanged: (value) => sql`unchanged = ${value}`,
  refused: (value) => sql`refused = ${value}`,
  checked: (value) => sql`checked = ${value}`,
  own_format: (value) => sql`own_format = ${value}`,
  columns: (value) => sql`columns = ${value}`,
  mapping: (value) => sql`mapping = ${value}`,
  heading: (value) => sql`heading = ${value}`,
  after: (value) => sql`after = ${value}`,
  problem: (value) => sql`problem = ${value}`,
  problem_line: (value) => sql`problem_line = ${value}`,
  worker: (value) => sql`worker = ${value}`,
  worker_seen_at: (value) => sql`worker_seen_at = ${value}`,
  claims: (value) => sql`claims = ${value}`,
  queued_at: (value) => sql`queued_at = ${value}`,
  ended_at: (value) => sql`ended_at = ${value}`,
}

/** Writes what changed of a transfer that `lockTransfer` holds. */
export async function changeTransfer(tx: Tx, id: string, change: Change, now: Date): Promise<TransferRow> {
  let set = sql`changed_at = ${now}`
  for (const key of Object.keys(change) as (keyof Change)[]) {
    const value = change[key]
    if (value === undefined) continue
    set = sql`${set}, ${assignments[key](json.has(key) && value !== null ? JSON.stringify(value) : value)}`
  }
  return tx.one<TransferRow>(sql`UPDATE catalog.transfers SET ${set} WHERE id = ${id} RETURNING ${columns}`)
}

export async function deleteTransferRow(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM catalog.transfers WHERE id = ${id}`)
}

/** Removes what nobody touched since a moment and nobody works on, with its file. */
export async function pruneTransferRows(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`
    DELETE FROM catalog.transfers WHERE changed_at < ${before} AND state NOT IN ('queued', 'running')`)
}

/** Lets one worker at a time look for work. */
export async function lockClaims(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('catalog.transfers', 1))`)
}

/** The transfer that runs, since when nothing was heard of who works on it, and how many have tried since it got on. */
export async function findRunning(
  q: Queryable,
): Promise<{ id: string; worker: string | null; seen_at: string | null; claims: number } | null> {
  return q.maybe(sql`
    SELECT id, worker, worker_seen_at AS seen_at, claims FROM catalog.transfers WHERE state = 'running'`)
}

/** The transfer that has waited longest. */
export async function findNextQueued(q: Queryable): Promise<{ id: string } | null> {
  return q.maybe(sql`
    SELECT id FROM catalog.transfers WHERE state = 'queued' ORDER BY queued_at, id LIMIT 1`)
}
