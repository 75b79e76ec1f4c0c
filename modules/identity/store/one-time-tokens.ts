import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** What a one-time token is good for. One made for a purpose never serves another. */
export type Purpose = 'verify_email' | 'set_up_owner' | 'reset_password' | LinkPurpose

/** Purposes of tokens that are made while their mail is written. */
export type LinkPurpose =
  'unlock_password' | 'not_me' | 'confirm_new_email' | 'confirm_old_email' | 'enrol_staff' | 'staff_recovery'

type NewToken = {
  readonly hash: Buffer
  readonly purpose: Purpose
  readonly account_id: string | null
  readonly reference?: string | null
  readonly expires_at: Date
}

/** Writes a token. */
export async function insertToken(tx: Tx, token: NewToken, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.one_time_tokens (hash, purpose, account_id, reference, created_at, expires_at)
    VALUES (${token.hash}, ${token.purpose}, ${token.account_id}, ${token.reference ?? null}, ${now}, ${token.expires_at})`)
}

/** Whether a token could be used now. Only `useToken` decides. */
export async function isTokenUsable(
  q: Queryable,
  hash: Buffer,
  purpose: Purpose,
  now: Date,
): Promise<boolean> {
  const row = await q.maybe<{ usable: boolean }>(sql`
    SELECT true AS usable FROM identity.one_time_tokens
    WHERE hash = ${hash} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > ${now}`)
  return row !== null
}

type UsedToken = { readonly account_id: string | null; readonly reference: string | null }

/** Uses a token up: of any number of parallel tries one gets the row. */
export async function useToken(tx: Tx, hash: Buffer, purpose: Purpose, now: Date): Promise<UsedToken | null> {
  return tx.maybe<UsedToken>(sql`
    UPDATE identity.one_time_tokens SET used_at = ${now}
    WHERE hash = ${hash} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > ${now}
    RETURNING account_id, reference`)
}

/** The change of address that a token is about, used up or not. */
export async function findChangeToken(q: Queryable, hash: Buffer, now: Date): Promise<string | null> {
  const row = await q.maybe<{ reference: string }>(sql`
    SELECT reference FROM identity.one_time_tokens
    WHERE hash = ${hash} AND purpose IN ('confirm_new_email', 'confirm_old_email') AND expires_at > ${now}`)
  return row?.reference ?? null
}

/** Makes an account's unused tokens of a purpose worthless. */
export async function voidTokens(tx: Tx, purpose: Purpose, accountId: string | null): Promise<void> {
  await tx.run(sql`
    DELETE FROM identity.one_time_tokens
    WHERE purpose = ${purpose} AND account_id IS NOT DISTINCT FROM ${accountId}::uuid AND used_at IS NULL`)
}

/** Makes every unused token of an account worthless, whatever it is good for. */
export async function voidAllTokens(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.one_time_tokens WHERE account_id = ${accountId} AND used_at IS NULL`)
}

/** Removes tokens that could not be used any more before this moment. */
export async function pruneTokens(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.one_time_tokens WHERE expires_at < ${before}`)
}
