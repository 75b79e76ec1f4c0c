import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ClientKind } from '../domain/redirect-uri.ts'
import type { ScopeName } from './scope-name.ts'

export type Decision = 'allow' | 'deny'

type Request = {
  readonly request_hash: Buffer
  readonly account_id: string
  readonly client_id: string
  readonly scopes: readonly string[]
  readonly redirect_uri: string
  readonly expires_at: Date
}

/** Puts a request before a person, once. */
export async function insertConsent(q: Queryable, request: Request, now: Date): Promise<void> {
  await q.run(sql`
    INSERT INTO oauth.consents (request_hash, account_id, client_id, scopes, redirect_uri, created_at, expires_at)
    VALUES (${request.request_hash}, ${request.account_id}, ${request.client_id}, ${request.scopes},
      ${request.redirect_uri}, ${now}, ${request.expires_at})
    ON CONFLICT (request_hash) DO NOTHING`)
}

/** What this person decided about exactly this request of this app; null while they have not. */
export async function findDecision(
  q: Queryable,
  requestHash: Buffer,
  accountId: string,
  clientId: string,
  now: Date,
): Promise<Decision | null> {
  const row = await q.maybe<{ decision: Decision | null }>(sql`
    SELECT decision FROM oauth.consents
    WHERE request_hash = ${requestHash} AND account_id = ${accountId} AND client_id = ${clientId}
      AND expires_at > ${now}`)
  return row?.decision ?? null
}

export type ConsentRow = {
  readonly client_name: string
  readonly client_kind: ClientKind
  readonly scopes: readonly ScopeName[]
  readonly redirect_uri: string
}

/** A request that waits for this person's answer. */
export async function findOpenConsent(
  q: Queryable,
  accountId: string,
  requestHash: Buffer,
  now: Date,
): Promise<ConsentRow | null> {
  return await q.maybe<ConsentRow>(sql`
    SELECT c.name AS client_name, c.kind AS client_kind, r.scopes, r.redirect_uri
    FROM oauth.consents r JOIN oauth.clients c ON c.id = r.client_id
    WHERE r.request_hash = ${requestHash} AND r.account_id = ${accountId} AND r.decision IS NULL
      AND r.expires_at > ${now}`)
}

/** Decides a request, once, by the person it was put before. Null when there is none of theirs to decide. */
export async function decideRow(
  tx: Tx,
  accountId: string,
  requestHash: Buffer,
  decision: Decision,
  now: Date,
): Promise<{ client_id: string; scopes: readonly ScopeName[] } | null> {
  return await tx.maybe<{ client_id: string; scopes: readonly ScopeName[] }>(sql`
    UPDATE oauth.consents SET decision = ${decision}
    WHERE request_hash = ${requestHash} AND account_id = ${accountId} AND decision IS NULL AND expires_at > ${now}
    RETURNING client_id, scopes`)
}

/** Removes requests that are over. */
export async function pruneConsents(q: Queryable, now: Date): Promise<void> {
  await q.run(sql`DELETE FROM oauth.consents WHERE expires_at <= ${now}`)
}

/** Forgets what apps asked a person. */
export async function deleteConsentsOf(q: Queryable, accountId: string): Promise<void> {
  await q.run(sql`DELETE FROM oauth.consents WHERE account_id = ${accountId}`)
}
