import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { audienceOf } from '../domain/roles.ts'
import { beginSession } from '../sign-in/begin-session.ts'
import { recogniseDevice } from '../sign-in/recognise-device.ts'
import { findAccount } from '../store/accounts.ts'
import { usePendingSignIn } from '../store/pending-sign-ins.ts'
import type { SignedInByPasskey } from './sign-in-by-passkey.ts'

/**
 * Ends a sign-in that waited for its second factor, which is used up with it. null where it was finished otherwise, or
 * the account was locked or changed sides meanwhile.
 */
export async function finishSignInByPasskey(
  deps: IdentityDeps,
  tx: Tx,
  pendingHash: Buffer,
  context: CallContext,
  now: Date,
): Promise<SignedInByPasskey | null> {
  const pending = await usePendingSignIn(tx, pendingHash, now)
  if (pending?.methods.includes('passkey') !== true) return null
  const account = await findAccount(tx, pending.account_id)
  if (account === null || account.locked_at !== null) return null
  if (audienceOf(account.role) !== pending.audience) return null
  const kind = { scheme: pending.scheme, audience: pending.audience }
  const begin = {
    account,
    kind,
    device: await recogniseDevice(deps, tx, account.id, kind, context),
    method: `${pending.proof}+passkey`,
    rememberDevice: pending.remember_device,
    authenticatedAt: now,
    secondFactorAt: now,
    score: pending.risk,
  }
  return { result: await beginSession(deps, tx, begin, context, now), kind }
}
