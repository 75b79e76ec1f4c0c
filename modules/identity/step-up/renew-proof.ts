import { FRESH_SECONDS } from '@rampart/platform/contract/authorize.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { after } from '../domain/lifetimes.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import { renewSessionProof } from '../store/sessions.ts'

/** Notes in the session of a call that its owner has just proven who they are, whatever by. */
export async function renewProof(
  deps: IdentityDeps,
  tx: Tx,
  session: { readonly id: string; readonly session_id: string },
  proof: { readonly method: 'password' | 'totp' | 'backup_code' | 'passkey' },
  context: CallContext,
  now: Date,
): Promise<{ readonly fresh_until: string }> {
  await renewSessionProof(tx, session.id, session.session_id, { second: proof.method !== 'password' }, now)
  await announceSessionsChanged(deps, tx)
  await deps.audit.record(tx, context, {
    action: 'authn_step_up',
    subject_type: 'account',
    subject_id: session.id,
    after: { session_id: session.session_id, method: proof.method },
  })
  return { fresh_until: after(now, FRESH_SECONDS * 1_000).toISOString() }
}
