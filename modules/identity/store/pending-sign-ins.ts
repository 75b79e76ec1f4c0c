import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Audience } from '../domain/roles.ts'
import type { FactorMethod } from '../domain/second-factor.ts'

/** A sign-in whose first proof was right and that waits for the second. */
export type PendingSignIn = {
  readonly id: string
  readonly account_id: string
  readonly audience: Audience
  readonly scheme: 'browser' | 'program'
  /** What the first proof was. */
  readonly proof: string
  readonly methods: readonly FactorMethod[]
  readonly remember_device: boolean
  /** The score of the first step. */
  readonly risk: number
  readonly expires_at: string
}

const columns = sql`id, account_id, audience, scheme, proof, methods, remember_device, risk, expires_at`

/** Writes one. */
export async function insertPendingSignIn(
  tx: Tx,
  pending: Omit<PendingSignIn, 'expires_at'> & { readonly hash: Buffer; readonly expires_at: Date },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.pending_sign_ins
      (id, hash, account_id, audience, scheme, proof, methods, remember_device, risk, created_at,
        expires_at)
    VALUES (${pending.id}, ${pending.hash}, ${pending.account_id}, ${pending.audience}, ${pending.scheme},
      ${pending.proof}, ${[...pending.methods]}::text[], ${pending.remember_device}, ${pending.risk},
      ${now}, ${pending.expires_at})`)
}

/** One by the hash of its token, while it can be finished. Only `usePendingSignIn` decides. */
export async function findPendingSignIn(
  q: Queryable,
  hash: Buffer,
  now: Date,
): Promise<PendingSignIn | null> {
  return q.maybe<PendingSignIn>(sql`
    SELECT ${columns} FROM identity.pending_sign_ins
    WHERE hash = ${hash} AND used_at IS NULL AND expires_at > ${now}`)
}

/** Uses it up: of any number of parallel tries one gets the row. */
export async function usePendingSignIn(tx: Tx, hash: Buffer, now: Date): Promise<PendingSignIn | null> {
  return tx.maybe<PendingSignIn>(sql`
    UPDATE identity.pending_sign_ins SET used_at = ${now}
    WHERE hash = ${hash} AND used_at IS NULL AND expires_at > ${now}
    RETURNING ${columns}`)
}

/** Ends every sign-in of an account that waits: its password or factors changed. */
export async function voidPendingSignIns(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.pending_sign_ins WHERE account_id = ${accountId} AND used_at IS NULL`)
}

/** Removes those that could not be finished any more before this moment. */
export async function prunePendingSignIns(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.pending_sign_ins WHERE expires_at < ${before}`)
}
