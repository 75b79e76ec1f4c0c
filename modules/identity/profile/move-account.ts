import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import type { AccountRow } from '../store/accounts.ts'
import { voidCodes } from '../store/mailed-codes.ts'
import { voidTokens } from '../store/one-time-tokens.ts'
import { writeEmail } from '../store/profiles.ts'
import { dropSignUps } from '../store/sign-ups.ts'
import { moveUsernames } from '../store/usernames.ts'

/**
 * Moves an account to another address, with the username that is held by it. Sessions stay; what was mailed to the old
 * address opens nothing any more. False when the address is somebody's.
 */
export async function moveAccount(
  deps: IdentityDeps,
  tx: Tx,
  account: AccountRow,
  email: string,
  context: CallContext & { readonly now: () => Date },
): Promise<boolean> {
  const { id } = account
  if (!(await writeEmail(tx, id, email, context.now()))) return false
  await dropSignUps(tx, email)
  await moveUsernames(tx, deps.holderOf(account.email), deps.holderOf(email))
  await voidCodes(tx, id, 'reset_otp')
  await voidCodes(tx, id, 'sign_in_code')
  for (const purpose of ['reset_password', 'unlock_password'] as const) await voidTokens(tx, purpose, id)
  await announceSessionsChanged(deps, tx)
  await deps.outbox.add(tx, 'identity.email-changed.v1', { account_id: id }, { key: id })
  await deps.audit.record(tx, context, {
    action: 'user_updated',
    subject_type: 'account',
    subject_id: id,
    // Neither address: the log outlives the account.
    after: { email: 'changed' },
  })
  return true
}
