import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Who somebody is at a provider. */
export type Subject = {
  readonly provider: string
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
}

/** A sign-in of a provider that is connected to an account, as its owner sees it. */
export type ExternalIdentityRow = {
  readonly id: string
  readonly provider: string
  readonly email: string | null
  readonly linked_at: string
  readonly last_used_at: string | null
}

const columns = sql`id, provider, email, linked_at, last_used_at`

/** Whose a sign-in is; null when it is connected to no account. */
export async function findOwner(
  q: Queryable,
  { issuer, subject }: Pick<Subject, 'issuer' | 'subject'>,
): Promise<{ readonly id: string; readonly account_id: string } | null> {
  return q.maybe(sql`
    SELECT id, account_id FROM identity.external_identities WHERE issuer = ${issuer} AND subject = ${subject}`)
}

/** Connects a sign-in to an account; null when it is connected to one already. */
export async function insertIdentity(
  tx: Tx,
  identity: Subject & { readonly id: string; readonly account_id: string },
  now: Date,
): Promise<ExternalIdentityRow | null> {
  return tx.maybe<ExternalIdentityRow>(sql`
    INSERT INTO identity.external_identities (id, account_id, provider, issuer, subject, email, linked_at)
    VALUES (${identity.id}, ${identity.account_id}, ${identity.provider}, ${identity.issuer}, ${identity.subject},
      ${identity.email}, ${now})
    ON CONFLICT (issuer, subject) DO NOTHING
    RETURNING ${columns}`)
}

/** Notes that a sign-in was used; false when it is not connected to this account any more. */
export async function touchIdentity(tx: Tx, id: string, accountId: string, now: Date): Promise<boolean> {
  const touched = await tx.run(sql`
    UPDATE identity.external_identities SET last_used_at = ${now} WHERE id = ${id} AND account_id = ${accountId}`)
  return touched > 0
}

/** What is connected to an account, the newest first. */
export async function findIdentities(q: Queryable, accountId: string): Promise<ExternalIdentityRow[]> {
  return q.many<ExternalIdentityRow>(sql`
    SELECT ${columns} FROM identity.external_identities
    WHERE account_id = ${accountId} ORDER BY linked_at DESC, id DESC`)
}

/** Disconnects a sign-in from its account; null when it is not connected to it. */
export async function deleteIdentity(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<ExternalIdentityRow | null> {
  return tx.maybe<ExternalIdentityRow>(sql`
    DELETE FROM identity.external_identities WHERE id = ${id} AND account_id = ${accountId} RETURNING ${columns}`)
}

/** Whether anything opens an account: a password, a passkey or the sign-in of a provider. */
export async function hasWayIn(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx.one<{ open: boolean }>(sql`
    SELECT EXISTS (SELECT FROM identity.passwords p WHERE p.account_id = ${accountId})
      OR EXISTS (SELECT FROM identity.passkeys k WHERE k.account_id = ${accountId})
      OR EXISTS (SELECT FROM identity.external_identities e WHERE e.account_id = ${accountId}) AS open`)
  return row.open
}
