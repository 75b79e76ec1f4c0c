import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ClientKind } from '../domain/redirect-uri.ts'
import type { ScopeName } from './scope-name.ts'

export type ClientFields = {
  readonly name: string
  readonly redirect_uris: readonly string[]
  readonly post_logout_redirect_uris: readonly string[]
  readonly scopes: readonly ScopeName[]
}

export type ClientRow = ClientFields & {
  readonly id: string
  readonly kind: ClientKind
  readonly secret_since: string | null
  readonly connections: number
  readonly created_at: string
  readonly updated_at: string
}

const columns = sql`c.id, c.name, c.kind, c.redirect_uris, c.post_logout_redirect_uris, c.scopes, c.secret_since,
  c.created_at, c.updated_at, (SELECT count(*)::int FROM oauth.grants g WHERE g.client_id = c.id) AS connections`

/** Every app, by name. */
export async function findClients(q: Queryable): Promise<ClientRow[]> {
  return await q.many<ClientRow>(sql`SELECT ${columns} FROM oauth.clients c ORDER BY lower(c.name), c.id`)
}

/** An app; null when there is none. */
export async function findClientRow(q: Queryable, id: string): Promise<ClientRow | null> {
  return await q.maybe<ClientRow>(sql`SELECT ${columns} FROM oauth.clients c WHERE c.id = ${id}`)
}

/** An app, locked until the transaction ends; null when there is none. */
export async function lockClient(tx: Tx, id: string): Promise<ClientRow | null> {
  return await tx.maybe<ClientRow>(
    sql`SELECT ${columns} FROM oauth.clients c WHERE c.id = ${id} FOR UPDATE OF c`,
  )
}

/** The hash of an app's secret; null when there is no such app, or it has none. */
export async function findSecretHash(q: Queryable, id: string): Promise<Buffer | null> {
  const row = await q.maybe<{ secret_hash: Buffer | null }>(
    sql`SELECT secret_hash FROM oauth.clients WHERE id = ${id}`,
  )
  return row?.secret_hash ?? null
}

/** Adds an app. */
export async function insertClient(
  tx: Tx,
  id: string,
  kind: ClientKind,
  fields: ClientFields,
  secretHash: Buffer | null,
  now: Date,
): Promise<ClientRow> {
  return await tx.one<ClientRow>(sql`
    INSERT INTO oauth.clients AS c (id, name, kind, redirect_uris, post_logout_redirect_uris, scopes, secret_hash,
      secret_since, created_at, updated_at)
    VALUES (${id}, ${fields.name}, ${kind}, ${fields.redirect_uris}, ${fields.post_logout_redirect_uris},
      ${fields.scopes}, ${secretHash}, ${secretHash === null ? null : now}, ${now}, ${now})
    RETURNING ${columns}`)
}

/** Replaces what an app is called, where it leads and what it may ask for. Null when there is none. */
export async function updateClientRow(
  tx: Tx,
  id: string,
  fields: ClientFields,
  now: Date,
): Promise<ClientRow | null> {
  return await tx.maybe<ClientRow>(sql`
    UPDATE oauth.clients c SET name = ${fields.name}, redirect_uris = ${fields.redirect_uris},
      post_logout_redirect_uris = ${fields.post_logout_redirect_uris}, scopes = ${fields.scopes}, updated_at = ${now}
    WHERE c.id = ${id}
    RETURNING ${columns}`)
}

/** Replaces the secret of an app that has one. Null otherwise. */
export async function replaceSecret(tx: Tx, id: string, hash: Buffer, now: Date): Promise<ClientRow | null> {
  return await tx.maybe<ClientRow>(sql`
    UPDATE oauth.clients c SET secret_hash = ${hash}, secret_since = ${now}, updated_at = ${now}
    WHERE c.id = ${id} AND c.secret_hash IS NOT NULL
    RETURNING ${columns}`)
}

/** Removes an app with all its grants and tokens. Answers how many rows went: none or one. */
export async function deleteClientRow(tx: Tx, id: string): Promise<number> {
  return await tx.run(sql`DELETE FROM oauth.clients WHERE id = ${id}`)
}
