import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { RoleName } from '../domain/roles.ts'

/** What somebody typed in at sign-up; `id` becomes the account's. */
export type SignUpRow = {
  readonly id: string
  readonly email: string
  readonly username: string | null
  readonly full_name: string
  readonly date_of_birth: string | null
  readonly language: 'en' | 'de'
  readonly requested_role: RoleName
  readonly hash: string
}

/** Writes a sign-up. */
export async function insertSignUp(tx: Tx, signUp: SignUpRow, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.sign_ups
      (id, email, username, full_name, date_of_birth, language, requested_role, hash, created_at)
    VALUES (${signUp.id}, ${signUp.email}, ${signUp.username}, ${signUp.full_name}, ${signUp.date_of_birth},
      ${signUp.language}, ${signUp.requested_role}, ${signUp.hash}, ${now})`)
}

/** Whether a sign-up waits, by its id. */
export async function hasSignUp(q: Queryable, id: string): Promise<boolean> {
  return (await q.maybe(sql`SELECT 1 AS one FROM identity.sign_ups WHERE id = ${id}`)) !== null
}

/** The newest sign-up with an address. */
export async function findNewestSignUp(q: Queryable, email: string): Promise<{ readonly id: string } | null> {
  return q.maybe<{ id: string }>(sql`
    SELECT id FROM identity.sign_ups WHERE email = ${email} ORDER BY created_at DESC, id DESC LIMIT 1`)
}

/** Takes a sign-up away to make an account of it: of any number of parallel tries one gets the row. */
export async function takeSignUp(tx: Tx, id: string): Promise<SignUpRow | null> {
  return tx.maybe<SignUpRow>(sql`
    DELETE FROM identity.sign_ups WHERE id = ${id}
    RETURNING id, email, username, full_name, date_of_birth::text, language, requested_role, hash`)
}

/** Removes every sign-up with an address that has an account now, and their links with them. */
export async function dropSignUps(tx: Tx, email: string): Promise<void> {
  await tx.run(sql`
    WITH gone AS (DELETE FROM identity.sign_ups WHERE email = ${email} RETURNING id)
    DELETE FROM identity.one_time_tokens t USING gone
    WHERE t.reference = gone.id AND t.purpose = 'verify_email' AND t.used_at IS NULL`)
}

/** Removes sign-ups of before this moment that were never confirmed. */
export async function pruneSignUps(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.sign_ups WHERE created_at < ${before}`)
}
