import type { Queryable } from '@rampart/platform/db/db.ts'
import { type Audience, audienceOf } from '../domain/roles.ts'
import { type AccountRow, findAccountByEmail } from '../store/accounts.ts'

/** The account with an address whose password can be reset in this audience; a locked one is none. */
export async function findRecoverable(
  q: Queryable,
  email: string,
  audience: Audience,
): Promise<AccountRow | null> {
  const account = await findAccountByEmail(q, email)
  const isOpen = account !== null && account.locked_at === null && audienceOf(account.role) === audience
  return isOpen ? account : null
}
