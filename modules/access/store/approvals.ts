import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { empty, sql } from '@rampart/platform/db/sql.ts'

export type ApprovalStatus = 'pending' | 'approved' | 'declined' | 'withdrawn' | 'used' | 'expired'

export type ApprovalRow = {
  readonly id: string
  readonly operation: string
  readonly input: unknown
  readonly whole: boolean
  readonly reason: string
  readonly status: ApprovalStatus
  readonly proposed_by: string
  readonly proposed_at: string
  readonly expires_at: string
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly note: string | null
}

/** Whose proposals somebody sees: their own, and those for operations that they may decide on. */
export type Viewer = { readonly id: string; readonly operations: readonly string[] }

/** What is over by time counts as expired from that moment, whenever it is cleaned up. */
const statusAt = (now: Date) => sql`
  CASE WHEN status IN ('pending', 'approved') AND expires_at <= ${now} THEN 'expired' ELSE status END`

const columnsAt = (now: Date) => sql`
  id, operation, input, whole, reason, ${statusAt(now)} AS status, proposed_by, proposed_at, expires_at,
  decided_by, decided_at, note`

const visibleTo = ({ id, operations }: Viewer) => sql`
  (proposed_by = ${id} OR operation = ANY(${operations}::text[]))`

/** What somebody may decide on, and of their own what was agreed to. */
const waitsFor = ({ id, operations }: Viewer, now: Date) => sql`
  (${statusAt(now)} = 'pending' AND proposed_by <> ${id} AND operation = ANY(${operations}::text[])
    OR ${statusAt(now)} = 'approved' AND proposed_by = ${id})`

type NewApproval = {
  readonly id: string
  readonly operation: string
  readonly digest: Buffer
  readonly input: unknown
  readonly whole: boolean
  readonly reason: string
  readonly proposed_by: string
  readonly expires_at: Date
}

/** Holds whoever else proposes for the same person, and counts what waits for them. */
export async function countWaiting(tx: Tx, proposer: string, now: Date): Promise<number> {
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('access.approvals:' || ${proposer}::text, 0))`,
  )
  const { waiting } = await tx.one<{ waiting: number }>(sql`
    SELECT count(*)::int AS waiting FROM access.approvals
    WHERE proposed_by = ${proposer} AND status = 'pending' AND expires_at > ${now}`)
  return waiting
}

/** Writes a proposal. */
export async function insertApproval(tx: Tx, approval: NewApproval, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO access.approvals (id, operation, digest, input, whole, reason, status, proposed_by, proposed_at,
      expires_at)
    VALUES (${approval.id}, ${approval.operation}, ${approval.digest}, ${JSON.stringify(approval.input)}::jsonb,
      ${approval.whole}, ${approval.reason}, 'pending', ${approval.proposed_by}, ${now}, ${approval.expires_at})`)
}

/** One proposal, where the viewer may see it. */
export async function findApproval(
  q: Queryable,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<ApprovalRow | null> {
  return q.maybe<ApprovalRow>(sql`
    SELECT ${columnsAt(now)} FROM access.approvals WHERE id = ${id} AND ${visibleTo(viewer)}`)
}

type Wanted = {
  readonly status: ApprovalStatus | undefined
  /** Only what waits for the viewer. */
  readonly waiting: boolean
  readonly limit: number
  readonly offset: number
}

/** One page of what the viewer may see, newest first, and how much there is. */
export async function listApprovals(
  q: Queryable,
  viewer: Viewer,
  { status, waiting, limit, offset }: Wanted,
  now: Date,
): Promise<{ readonly rows: readonly ApprovalRow[]; readonly total: number }> {
  const ofStatus = status === undefined ? empty : sql`AND ${statusAt(now)} = ${status}`
  const where = sql`${waiting ? waitsFor(viewer, now) : visibleTo(viewer)} ${ofStatus}`
  const { total } = await q.one<{ total: number }>(sql`
    SELECT count(*)::int AS total FROM access.approvals WHERE ${where}`)
  const rows = await q.many<ApprovalRow>(sql`
    SELECT ${columnsAt(now)} FROM access.approvals WHERE ${where}
    ORDER BY proposed_at DESC, id DESC LIMIT ${limit} OFFSET ${offset}`)
  return { rows, total }
}

type Decision = {
  readonly status: 'approved' | 'declined'
  readonly by: string
  readonly note: string | null
  /** When an approval runs out; a refusal keeps the moment that it has. */
  readonly expires_at: Date | null
}

/** Decides on somebody else's proposal that waits: of any number of parallel tries one does. */
export async function decideApproval(tx: Tx, id: string, decision: Decision, now: Date): Promise<boolean> {
  const { status, by, note, expires_at } = decision
  const decided = await tx.run(sql`
    UPDATE access.approvals SET status = ${status}, decided_by = ${by}, decided_at = ${now}, note = ${note},
      expires_at = coalesce(${expires_at}::timestamptz, expires_at)
    WHERE id = ${id} AND status = 'pending' AND expires_at > ${now} AND proposed_by <> ${by}`)
  return decided > 0
}

/** Takes back one's own proposal, decided on or not, as long as it was not used. */
export async function withdrawApproval(tx: Tx, id: string, proposer: string, now: Date): Promise<boolean> {
  const withdrawn = await tx.run(sql`
    UPDATE access.approvals SET status = 'withdrawn'
    WHERE id = ${id} AND proposed_by = ${proposer} AND status IN ('pending', 'approved') AND expires_at > ${now}`)
  return withdrawn > 0
}

/** The call that an approval is to be spent on. */
export type Spending = {
  readonly id: string
  readonly operation: string
  readonly digest: Buffer
  readonly proposer: string
}

const spendable = ({ id, operation, digest, proposer }: Spending, now: Date) => sql`
  id = ${id} AND status = 'approved' AND expires_at > ${now} AND operation = ${operation} AND digest = ${digest}
  AND proposed_by = ${proposer}`

/** Who approved exactly this call; null when nobody did, or not any more. */
export async function findApprover(q: Queryable, spending: Spending, now: Date): Promise<string | null> {
  const row = await q.maybe<{ decided_by: string }>(sql`
    SELECT decided_by FROM access.approvals WHERE ${spendable(spending, now)}`)
  return row?.decided_by ?? null
}

/** Spends an approval: of any number of parallel tries one does. */
export async function spendApproval(
  tx: Tx,
  spending: Spending,
  approver: string,
  useId: string,
  now: Date,
): Promise<boolean> {
  const spent = await tx.maybe<{ id: string }>(sql`
    UPDATE access.approvals SET status = 'used', used_at = ${now}, use_id = ${useId}
    WHERE ${spendable(spending, now)} AND decided_by = ${approver} RETURNING id`)
  return spent !== null
}

/** Takes back one use of an approval, and no other: its operation, or null when there is nothing to take back. */
export async function returnUse(tx: Tx, id: string, useId: string): Promise<string | null> {
  const row = await tx.maybe<{ operation: string }>(sql`
    UPDATE access.approvals SET status = 'approved', used_at = NULL, use_id = NULL
    WHERE id = ${id} AND status = 'used' AND use_id = ${useId} RETURNING operation`)
  return row?.operation ?? null
}

/** Writes down that what ran out is over. */
export async function expireApprovals(q: Queryable, now: Date): Promise<number> {
  return q.run(sql`
    UPDATE access.approvals SET status = 'expired' WHERE status IN ('pending', 'approved') AND expires_at <= ${now}`)
}

/** Forgets what was proposed before a moment. */
export async function pruneApprovals(q: Queryable, before: Date): Promise<number> {
  return q.run(sql`DELETE FROM access.approvals WHERE proposed_at < ${before}`)
}
