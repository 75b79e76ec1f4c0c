import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { audienceOf } from '../domain/roles.ts'
import { completeSignIn, type SignInResult } from '../sign-in/complete-sign-in.ts'
import { recogniseDevice } from '../sign-in/recognise-device.ts'
import type { SignInKind } from '../sign-in/sign-in-kind.ts'
import { findAccount } from '../store/accounts.ts'
import type { PasskeyProof } from './check-passkey.ts'

/** A session that began, and for whom its answer is. */
export type SignedInByPasskey = {
  readonly result: Extract<SignInResult, { kind: 'session' }>
  readonly kind: SignInKind
}

/** Signs in by nothing but a passkey. null where the account is locked, or at home on the other side. */
export async function signInByPasskey(
  deps: IdentityDeps,
  tx: Tx,
  { passkey, challenge }: PasskeyProof,
  context: CallContext,
  now: Date,
): Promise<SignedInByPasskey | null> {
  const account = await findAccount(tx, passkey.account_id)
  if (account === null || account.locked_at !== null || account.email_verified_at === null) return null
  if (audienceOf(account.role) !== challenge.audience) return null
  const kind = { scheme: challenge.scheme, audience: challenge.audience }
  const device = await recogniseDevice(deps, tx, account.id, kind, context)
  const step = { account, kind, device, proof: 'passkey' as const, rememberDevice: false, risky: false }
  const result = await completeSignIn(deps, tx, step, context, now)
  return result.kind === 'session' ? { result, kind } : null
}
