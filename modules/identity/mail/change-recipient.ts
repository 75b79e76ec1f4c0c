import type { Queryable } from '@rampart/platform/db/db.ts'
import { type AccountRow, findAccountByEmail } from '../store/accounts.ts'
import { findOpenEmailChange } from '../store/email-changes.ts'

/**
 * Where the link goes that confirms a change of address. null when the change is over, and for the new address of
 * somebody else: strangers get no links.
 */
export async function changeRecipient(
  q: Queryable,
  account: AccountRow,
  purpose: 'confirm_new_email' | 'confirm_old_email',
  reference: string | null,
  now: Date,
): Promise<string | null> {
  const change = await findOpenEmailChange(q, account.id, now)
  if (change === null || change.id !== reference) return null
  if (purpose === 'confirm_old_email') return account.email
  return (await findAccountByEmail(q, change.new_email)) === null ? change.new_email : null
}
