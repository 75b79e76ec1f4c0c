import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Identifier } from '../domain/identifier.ts'
import type { RoleName } from '../domain/roles.ts'

/** An account without anything secret. */
export type AccountRow = {
  readonly id: string
  readonly email: string
  readonly username: string | null
  readonly full_name: string
  readonly role: RoleName
  readonly email_verified_at: string | null
  readonly language: 'en' | 'de'
  readonly avatar_id: string | null
  readonly locked_at: string | null
  readonly created_at: string
  readonly date_of_birth: string | null
  readonly birth_date_check: boolean
}

/** What signing in needs to know, and nothing else should read. */
export type LoginRow = AccountRow & {
  readonly hash: string
  readonly password_disabled_at: string | null
  /** Whether the account signed in with this device before. */
  readonly known_device: boolean
}

type NewAccount = {
  readonly id: string
  readonly email: string
  readonly username: string | null
  readonly full_name: string
  readonly date_of_birth: string | null
  readonly language?: 'en' | 'de'
  readonly role: RoleName
  readonly verified: boolean
}

/** The columns of an AccountRow, of `identity.accounts a`. */
export const accountColumns = sql`a.id, a.email, a.username, a.full_name, a.role, a.email_verified_at, a.language,
  a.avatar_id, a.locked_at, a.created_at, a.date_of_birth::text AS date_of_birth, a.birth_date_check`

/** Writes an account; false when the e-mail address is in use. */
export async function insertAccount(tx: Tx, account: NewAccount, now: Date): Promise<boolean> {
  const written = await tx.run(sql`
    INSERT INTO identity.accounts
      (id, email, username, full_name, date_of_birth, language, role, email_verified_at, created_at, updated_at)
    VALUES (${account.id}, ${account.email}, ${account.username}, ${account.full_name}, ${account.date_of_birth},
      ${account.language ?? 'en'}, ${account.role}, ${account.verified ? now : null}, ${now}, ${now})
    ON CONFLICT (email) DO NOTHING`)
  return written > 0
}

/** An account by its id. */
export async function findAccount(q: Queryable, id: string): Promise<AccountRow | null> {
  return q.maybe<AccountRow>(sql`SELECT ${accountColumns} FROM identity.accounts a WHERE a.id = ${id}`)
}

/** An account by its address, whether or not it was confirmed. */
export async function findAccountByEmail(q: Queryable, email: string): Promise<AccountRow | null> {
  return q.maybe<AccountRow>(sql`SELECT ${accountColumns} FROM identity.accounts a WHERE a.email = ${email}`)
}

/**
 * An account with its password's hash, by what was typed in. Without an account the newest sign-up that waits stands in
 * for it: never confirmed, so it opens nothing.
 */
export async function findLogin(
  q: Queryable,
  identifier: Identifier,
  device: Buffer | null,
): Promise<LoginRow | null> {
  const isEmail = identifier.kind === 'email'
  const by = isEmail ? sql`a.email = ${identifier.value}` : sql`lower(a.username) = ${identifier.value}`
  const byWaiting = isEmail
    ? sql`s.email = ${identifier.value}`
    : sql`lower(s.username) = ${identifier.value}`
  return q.maybe<LoginRow>(sql`
    (SELECT ${accountColumns}, p.hash, p.disabled_at AS password_disabled_at, EXISTS (
        SELECT FROM identity.devices d WHERE d.account_id = a.id AND d.token_hash = ${device}::bytea) AS known_device
      FROM identity.accounts a JOIN identity.passwords p ON p.account_id = a.id
      WHERE ${by})
    UNION ALL
    (SELECT s.id, s.email, s.username, s.full_name, 'customer', NULL, s.language, NULL, NULL, s.created_at,
        s.date_of_birth::text, true, s.hash, NULL, false
      FROM identity.sign_ups s WHERE ${byWaiting} ORDER BY s.created_at DESC, s.id DESC LIMIT 1)
    LIMIT 1`)
}

/** Accounts, and sign-ups that wait to become one, by their ids, in no order. */
export async function findContacts(
  q: Queryable,
  ids: readonly string[],
): Promise<
  { account_id: string; email: string; full_name: string; language: 'en' | 'de'; role: RoleName }[]
> {
  return q.many(sql`
    SELECT id AS account_id, email, full_name, language, role FROM identity.accounts WHERE id = ANY(${ids}::uuid[])
    UNION ALL
    SELECT id, email, full_name, language, 'customer' FROM identity.sign_ups WHERE id = ANY(${ids}::uuid[])`)
}

/** An account that stays as it is until the end of the transaction. */
export async function holdAccount(tx: Tx, id: string): Promise<AccountRow | null> {
  return tx.maybe<AccountRow>(sql`
    SELECT ${accountColumns} FROM identity.accounts a WHERE a.id = ${id} FOR UPDATE`)
}

/** Holds an account until the end of the transaction: what is decided about it stays so. */
export async function lockAccount(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`SELECT FROM identity.accounts WHERE id = ${id} FOR UPDATE`)
}
