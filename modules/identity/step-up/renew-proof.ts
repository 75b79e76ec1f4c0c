import { FRESH_SECONDS } from '@rampart/platform/contract/authorize.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, PREVIOUS_TOKEN_MS } from '../domain/lifetimes.ts'
import type { Audience } from '../domain/roles.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import { renewSessionProof, rotateSessionToken } from '../store/sessions.ts'

/** A fresh proof, and the token that a browser holds from now on. */
export type RenewedProof = {
  readonly fresh_until: string
  readonly session_token: string | null
  readonly audience: Audience
  readonly expires_at: string | null
}

/**
 * Notes in the session of a call that its owner has just proven who they are, whatever by. A browser gets another token:
 * whoever had copied the old one does not share in what the proof opens.
 */
export async function renewProof(
  deps: IdentityDeps,
  tx: Tx,
  session: { readonly id: string; readonly session_id: string },
  proof: { readonly method: 'password' | 'totp' | 'backup_code' | 'passkey' },
  context: CallContext,
  now: Date,
): Promise<RenewedProof> {
  const given = { second: proof.method !== 'password', factor: proof.method }
  await renewSessionProof(tx, session.id, session.session_id, given, now)
  const token = randomToken()
  const previousUntil = after(now, PREVIOUS_TOKEN_MS)
  const rotated = await rotateSessionToken(tx, session.id, session.session_id, {
    hash: hashToken(token),
    previousUntil,
  })
  await announceSessionsChanged(deps, tx)
  await deps.audit.record(tx, context, {
    action: 'authn_step_up',
    subject_type: 'account',
    subject_id: session.id,
    after: { session_id: session.session_id, method: proof.method },
  })
  return {
    fresh_until: after(now, FRESH_SECONDS * 1_000).toISOString(),
    session_token: rotated === null ? null : token,
    audience: context.principal.kind === 'staff' ? 'staff' : 'shop',
    expires_at: rotated?.expires_at ?? null,
  }
}
