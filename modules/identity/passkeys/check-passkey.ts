import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { type ChallengeUse, useChallenge, type UsedChallenge } from '../store/passkey-challenges.ts'
import { findPasskeyCheck, type PasskeyCheck } from '../store/passkeys.ts'
import { findPendingSignIn } from '../store/pending-sign-ins.ts'
import { challengeIn } from './client-data.ts'
import { relyingParty, userHandleOf } from './relying-party.ts'
import { verifyAssertion } from './verify-assertion.ts'

export type AuthenticationInput = ParsedInputOf<Identity, 'completePasskeyAuthentication'>

/** A passkey that proved to be there, and what for. Its counter is not judged yet. */
export type PasskeyProof = {
  readonly use: ChallengeUse
  readonly challenge: UsedChallenge
  readonly passkey: PasskeyCheck
  readonly counter: number
  readonly backed_up: boolean
}

/** Why a passkey is not accepted: for the audit log, never for the answer. */
export type PasskeyRefusal = {
  readonly refused: 'challenge' | 'credential' | 'owner' | 'signature' | 'account' | 'sign_in' | 'counter'
  readonly account_id: string | null
  readonly purpose: ChallengeUse['purpose'] | null
}

/**
 * Checks an answer to a challenge. The challenge is used up first, whatever comes out; then the credential must be known
 * here, belong to the account that the challenge was made for, and have signed all it had to.
 */
export async function checkPasskey(
  deps: IdentityDeps,
  { credential, mfa_token }: AuthenticationInput,
  context: HandlerContext,
): Promise<PasskeyProof | PasskeyRefusal> {
  const taken = await takeChallenge(deps, credential.response.clientDataJSON, mfa_token, context)
  if (taken === null) return { refused: 'challenge', account_id: null, purpose: null }
  const { use, used } = taken
  const refuse = (refused: PasskeyRefusal['refused'], account_id: string | null): PasskeyRefusal => ({
    refused,
    account_id,
    purpose: use.purpose,
  })
  const passkey = await findPasskeyCheck(deps.db, Buffer.from(credential.id, 'base64url'))
  if (passkey === null) return refuse('credential', used.account_id)
  if (!isOwner(passkey, used, credential.response.userHandle)) return refuse('owner', used.account_id)
  const proven = await verifyAssertion(relyingParty(deps.settings), credential, taken.text, passkey)
  if (proven === null) return refuse('signature', passkey.account_id)
  return { use, challenge: used, passkey, ...proven }
}

// Without an account in mind only the authenticator can say whose the passkey is, so it must.
function isOwner(passkey: PasskeyCheck, used: UsedChallenge, handle: string | null | undefined): boolean {
  const expected = userHandleOf(passkey.account_id)
  if (used.account_id === null) return handle === expected
  return used.account_id === passkey.account_id && (handle == null || handle === '' || handle === expected)
}

async function takeChallenge(
  deps: IdentityDeps,
  clientDataJson: string,
  mfaToken: string | undefined,
  context: HandlerContext,
): Promise<{ text: string; use: ChallengeUse; used: UsedChallenge } | null> {
  const text = challengeIn(clientDataJson)
  if (text === null) return null
  for (const use of await possibleUses(deps, mfaToken, context)) {
    const used = await useChallenge(deps.db, hashToken(text), use, context.now())
    if (used !== null) return { text, use, used }
  }
  return null
}

/** What the caller can have asked for a challenge for. */
async function possibleUses(
  deps: IdentityDeps,
  mfaToken: string | undefined,
  context: HandlerContext,
): Promise<ChallengeUse[]> {
  if (mfaToken !== undefined) {
    const pending = await findPendingSignIn(deps.db, hashToken(mfaToken), context.now())
    if (pending === null) return []
    const { id, account_id } = pending
    return [{ purpose: 'second_factor', account_id, pending_id: id }]
  }
  const { principal } = context
  if (principal.kind !== 'customer' && principal.kind !== 'staff') return [{ purpose: 'sign_in' }]
  const { id, session_id } = principal
  return [{ purpose: 'step_up', account_id: id, session_id }, { purpose: 'sign_in' }]
}
