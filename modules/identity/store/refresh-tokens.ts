import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Audience, RoleName } from '../domain/roles.ts'

/** What a refresh token that was just spent belonged to. */
export type SpentToken = {
  readonly session_id: string
  readonly account_id: string
  readonly audience: Audience
  readonly role: RoleName
  readonly expires_at: string
}

/** Writes a refresh token of a session. */
export async function insertRefreshToken(
  tx: Tx,
  token: { readonly hash: Buffer; readonly session_id: string; readonly expires_at: Date },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.refresh_tokens (hash, session_id, created_at, expires_at)
    VALUES (${token.hash}, ${token.session_id}, ${now}, ${token.expires_at})`)
}

/** When a token was spent, or null while it was not; no row when there is no such token. */
export async function findRefreshToken(
  q: Queryable,
  hash: Buffer,
): Promise<{ used_at: string | null } | null> {
  return q.maybe<{ used_at: string | null }>(
    sql`SELECT used_at FROM identity.refresh_tokens WHERE hash = ${hash}`,
  )
}

/** Spends a token: of any number of parallel tries one gets the row. null when it is not good any more. */
export async function spendRefreshToken(tx: Tx, hash: Buffer, now: Date): Promise<SpentToken | null> {
  return tx.maybe<SpentToken>(sql`
    UPDATE identity.refresh_tokens t SET used_at = ${now}
    FROM identity.sessions s JOIN identity.accounts a ON a.id = s.account_id
    WHERE t.hash = ${hash} AND t.used_at IS NULL AND t.expires_at > ${now} AND s.id = t.session_id
      AND s.ended_at IS NULL AND s.idle_expires_at > ${now} AND s.expires_at > ${now}
    RETURNING s.id AS session_id, s.account_id, s.audience, a.role, s.expires_at`)
}

/** Ends the family of a token that came a second time. Answers whose it was, or null when it had ended before. */
export async function endFamily(
  tx: Tx,
  hash: Buffer,
  now: Date,
): Promise<{ session_id: string; account_id: string } | null> {
  return tx.maybe<{ session_id: string; account_id: string }>(sql`
    UPDATE identity.sessions s SET ended_at = ${now}, end_reason = 'token_reuse'
    FROM identity.refresh_tokens t
    WHERE t.hash = ${hash} AND t.used_at IS NOT NULL AND s.id = t.session_id AND s.ended_at IS NULL
    RETURNING s.id AS session_id, s.account_id`)
}
