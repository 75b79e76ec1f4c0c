import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Audience, RoleName } from '../domain/roles.ts'

/** Why a session ended. */
export type EndReason =
  | 'logout'
  | 'logout_all'
  | 'revoked'
  | 'signed_in_again'
  | 'token_reuse'
  | 'not_me'
  | 'password_reset'
  | 'password_changed'
  | 'locked'
  | 'ended_by_staff'
  | 'role_changed'

/** A live session with the account behind it. */
export type SessionRow = {
  readonly session_id: string
  readonly audience: Audience
  readonly account_id: string
  readonly email: string
  readonly full_name: string
  readonly role: RoleName
  readonly browser: boolean
  readonly authenticated_at: string | null
  readonly second_factor_at: string | null
  /** What it has proven: `password`, `totp`, `passkey` … */
  readonly factors: readonly string[]
  /** Whether the account had been signed in to with this device before. */
  readonly device_known: boolean
  /** The score of its sign-in. */
  readonly risk: number
  readonly last_used_at: string
  readonly idle_expires_at: string
  readonly expires_at: string
}

type NewSession = {
  readonly id: string
  readonly account_id: string
  readonly audience: Audience
  /** Of a browser's token; null for programs. */
  readonly token_hash: Buffer | null
  readonly ip: string | null
  readonly user_agent: string | null
  readonly authenticated_at: Date | null
  readonly second_factor_at: Date | null
  readonly method: string
  readonly factors: readonly string[]
  readonly device_known: boolean
  readonly risk: number
  readonly device_hash: Buffer | null
  readonly place: string | null
  readonly idle_expires_at: Date
  readonly expires_at: Date
}

/** Writes a session. */
export async function insertSession(tx: Tx, session: NewSession, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.sessions
      (id, account_id, audience, token_hash, ip, user_agent, created_at, last_used_at, authenticated_at,
        second_factor_at, method, factors, device_known, risk, device_hash, place, idle_expires_at, expires_at)
    VALUES (${session.id}, ${session.account_id}, ${session.audience}, ${session.token_hash}, ${session.ip},
      ${session.user_agent}, ${now}, ${now}, ${session.authenticated_at}, ${session.second_factor_at},
      ${session.method}, ${[...session.factors]}::text[], ${session.device_known}, ${session.risk}, ${session.device_hash}, ${session.place}, ${session.idle_expires_at}, ${session.expires_at})`)
}

/** A program's session, while it lasts. */
export async function findSessionById(q: Queryable, id: string, now: Date): Promise<SessionRow | null> {
  return q.maybe<SessionRow>(sql`
    SELECT s.id AS session_id, s.audience, s.account_id, a.email, a.full_name, a.role,
      false AS browser, s.last_used_at, s.authenticated_at, s.second_factor_at, s.factors,
      s.device_known, s.risk, s.idle_expires_at, s.expires_at
    FROM identity.sessions s JOIN identity.accounts a ON a.id = s.account_id
    WHERE s.id = ${id} AND s.token_hash IS NULL AND s.ended_at IS NULL AND a.locked_at IS NULL
      AND s.idle_expires_at > ${now} AND s.expires_at > ${now}`)
}

/** A browser's session by its token, while it lasts. */
export async function findSessionByToken(q: Queryable, hash: Buffer, now: Date): Promise<SessionRow | null> {
  return q.maybe<SessionRow>(sql`
    SELECT s.id AS session_id, s.audience, s.account_id, a.email, a.full_name, a.role,
      true AS browser, s.last_used_at, s.authenticated_at, s.second_factor_at, s.factors,
      s.device_known, s.risk, s.idle_expires_at, s.expires_at
    FROM identity.sessions s JOIN identity.accounts a ON a.id = s.account_id
    WHERE (s.token_hash = ${hash} OR (s.previous_hash = ${hash} AND s.previous_until > ${now}))
      AND s.ended_at IS NULL AND a.locked_at IS NULL
      AND s.idle_expires_at > ${now} AND s.expires_at > ${now}`)
}

/** Notes that a session is in use, which moves its idle end. */
export async function touchSession(q: Queryable, id: string, idleExpiresAt: Date, now: Date): Promise<void> {
  await q.run(sql`
    UPDATE identity.sessions
    SET last_used_at = ${now}, idle_expires_at = least(${idleExpiresAt}::timestamptz, expires_at)
    WHERE id = ${id} AND ended_at IS NULL AND last_used_at < ${now}`)
}

/** Ends one session of an account. Answers whether it was still open. */
export async function endSession(
  tx: Tx,
  accountId: string,
  id: string,
  reason: EndReason,
  now: Date,
): Promise<boolean> {
  const ended = await tx.run(sql`
    UPDATE identity.sessions SET ended_at = ${now}, end_reason = ${reason}
    WHERE id = ${id} AND account_id = ${accountId} AND ended_at IS NULL`)
  return ended > 0
}

/** A session as its owner sees it in a list. */
export type OpenSessionRow = {
  readonly id: string
  readonly user_agent: string | null
  readonly place: string | null
  readonly ip: string | null
  readonly method: string
  readonly created_at: string
  readonly last_used_at: string
}

/** The sessions of an account that are not over, the one used last in front. */
export async function findOpenSessions(
  q: Queryable,
  accountId: string,
  now: Date,
): Promise<OpenSessionRow[]> {
  return q.many<OpenSessionRow>(sql`
    SELECT id, user_agent, place, ip, method, created_at, last_used_at FROM identity.sessions
    WHERE account_id = ${accountId} AND ended_at IS NULL AND idle_expires_at > ${now} AND expires_at > ${now}
    ORDER BY last_used_at DESC, id DESC LIMIT 200`)
}

/** Ends every open session of an account but one. Answers how many there were. */
export async function endOtherSessions(
  tx: Tx,
  accountId: string,
  kept: string,
  reason: EndReason,
  now: Date,
): Promise<number> {
  return tx.run(sql`
    UPDATE identity.sessions SET ended_at = ${now}, end_reason = ${reason}
    WHERE account_id = ${accountId} AND id <> ${kept} AND ended_at IS NULL`)
}

/** When a session of an account began; null when there is none such. */
export async function findSessionStart(q: Queryable, accountId: string, id: string): Promise<Date | null> {
  const row = await q.maybe<{ created_at: string }>(sql`
    SELECT created_at FROM identity.sessions WHERE id = ${id} AND account_id = ${accountId}`)
  return row === null ? null : new Date(row.created_at)
}

/** Ends every open session of an account. Answers how many there were. */
export async function endAllSessions(
  tx: Tx,
  accountId: string,
  reason: EndReason,
  now: Date,
): Promise<number> {
  return tx.run(sql`
    UPDATE identity.sessions SET ended_at = ${now}, end_reason = ${reason}
    WHERE account_id = ${accountId} AND ended_at IS NULL`)
}

/** Removes what ended before this moment, with its tokens. */
export async function pruneSessions(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.sessions WHERE expires_at < ${before}`)
}

/** Notes a fresh proof of who its owner is; a second factor counts from its first proof in the session. */
export async function renewSessionProof(
  tx: Tx,
  accountId: string,
  id: string,
  proof: { readonly second: boolean; readonly factor: string },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE identity.sessions SET authenticated_at = ${now},
      second_factor_at = CASE WHEN ${proof.second} THEN ${now}::timestamptz ELSE second_factor_at END,
      factors = array_append(array_remove(factors, ${proof.factor}::text), ${proof.factor}::text)
    WHERE id = ${id} AND account_id = ${accountId} AND ended_at IS NULL`)
}

/** What an open session proved, and when. */
export async function findSessionProof(
  q: Queryable,
  accountId: string,
  id: string,
): Promise<{ readonly authenticated_at: string | null; readonly second_factor_at: string | null } | null> {
  return q.maybe(sql`
    SELECT authenticated_at, second_factor_at FROM identity.sessions
    WHERE id = ${id} AND account_id = ${accountId} AND ended_at IS NULL`)
}

/** What the other sessions of an account proved is too little from now on: they have to prove it again. */
export async function forgetOtherProofs(tx: Tx, accountId: string, id: string): Promise<void> {
  await tx.run(sql`
    UPDATE identity.sessions SET authenticated_at = NULL
    WHERE account_id = ${accountId} AND id <> ${id} AND ended_at IS NULL`)
}

/**
 * Gives a browser's session another token; the one before is good until `previousUntil`. Answers the session's audience
 * and end; null for a program's session, which has no such token.
 */
export async function rotateSessionToken(
  tx: Tx,
  accountId: string,
  id: string,
  token: { readonly hash: Buffer; readonly previousUntil: Date },
): Promise<{ readonly audience: Audience; readonly expires_at: string } | null> {
  return tx.maybe<{ audience: Audience; expires_at: string }>(sql`
    UPDATE identity.sessions
    SET token_hash = ${token.hash}, previous_hash = token_hash, previous_until = ${token.previousUntil}
    WHERE id = ${id} AND account_id = ${accountId} AND token_hash IS NOT NULL AND ended_at IS NULL
    RETURNING audience, expires_at`)
}
