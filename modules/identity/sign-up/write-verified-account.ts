import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import type { RoleName } from '../domain/roles.ts'
import { insertAccount } from '../store/accounts.ts'
import { setPassword } from '../store/passwords.ts'
import { dropSignUps } from '../store/sign-ups.ts'

type TrustedAccount = {
  readonly id: string
  readonly email: string
  readonly full_name: string
  readonly role: RoleName
}

/**
 * Writes an account whose maker is trusted: its address needs no confirmation, and a stranger's unconfirmed sign-up
 * with the same address gives way. Answers false when the address belongs to somebody.
 */
export async function writeVerifiedAccount(
  deps: IdentityDeps,
  tx: Tx,
  account: TrustedAccount,
  hash: string,
  context: HandlerContext,
): Promise<boolean> {
  const now = context.now()
  await dropSignUps(tx, account.email)
  const row = { ...account, username: null, date_of_birth: null, verified: true }
  if (!(await insertAccount(tx, row, now))) return false
  await setPassword(tx, account.id, hash, now)
  await deps.audit.record(tx, context, {
    action: 'user_created',
    subject_type: 'account',
    subject_id: account.id,
    after: { role: account.role, email_verified: true },
  })
  return true
}
