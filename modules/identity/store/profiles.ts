import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { accountColumns, type AccountRow } from './accounts.ts'

/** What people change of their own account. */
export type ProfileChange = Pick<
  AccountRow,
  'full_name' | 'username' | 'date_of_birth' | 'language' | 'birth_date_check'
>

/** Writes the profile of an account that this transaction holds. */
export async function writeProfile(
  tx: Tx,
  id: string,
  profile: ProfileChange,
  now: Date,
): Promise<AccountRow> {
  return tx.one<AccountRow>(sql`
    UPDATE identity.accounts a SET full_name = ${profile.full_name}, username = ${profile.username},
      date_of_birth = ${profile.date_of_birth}, language = ${profile.language},
      birth_date_check = ${profile.birth_date_check}, updated_at = ${now}
    WHERE a.id = ${id}
    RETURNING ${accountColumns}`)
}

/** Writes which picture stands beside the name of an account; null when there is no such account. */
export async function writeAvatar(
  tx: Tx,
  id: string,
  avatarId: string | null,
  now: Date,
): Promise<AccountRow | null> {
  return tx.maybe<AccountRow>(sql`
    UPDATE identity.accounts a SET avatar_id = ${avatarId}, updated_at = ${now} WHERE a.id = ${id}
    RETURNING ${accountColumns}`)
}

/** Moves an account to another address; false when that is somebody's. A race is decided by the unique constraint. */
export async function writeEmail(tx: Tx, id: string, email: string, now: Date): Promise<boolean> {
  const moved = await tx.run(sql`
    UPDATE identity.accounts SET email = ${email}, email_verified_at = ${now}, updated_at = ${now}
    WHERE id = ${id} AND NOT EXISTS (SELECT FROM identity.accounts other WHERE other.email = ${email})`)
  return moved > 0
}
